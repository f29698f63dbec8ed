import { choice } from '../constraints';
import { list, record, text } from '../decoder';
import { optional, required, shape } from '../shape';
import { spelled } from './environment';

export const secret = shape('an object with name and valueFrom', {
  name: required(text),
  valueFrom: required(text),
});

/** The drivers that Amazon ECS accepts on EC2; which of them an instance offers is another question. */
const LOG_DRIVERS = [
  'awslogs', 'fluentd', 'gelf', 'json-file', 'journald', 'splunk', 'syslog', 'awsfirelens', 'none',
] as const;

export const logConfiguration = shape('an object with logDriver', {
  logDriver: required(choice(...LOG_DRIVERS)),
  options: optional(record(spelled)),
  secretOptions: optional(list(secret)),
});

export const firelensConfiguration = shape('an object with type', {
  type: required(choice('fluentd', 'fluentbit')),
  options: optional(record(spelled)),
});
