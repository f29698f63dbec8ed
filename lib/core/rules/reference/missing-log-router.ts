import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

export const missingLogRouter: SpecRule = {
  code: 'DR3032',
  name: 'missing-log-router',
  severity: Severity.ERROR,
  summary: 'A file with the log driver awsfirelens has a container with firelensConfiguration.',
  reason: 'awsfirelens hands the logs to a router that runs as a container of the same task.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
  fields: ['containerDefinitions[].logConfiguration.logDriver', 'containerDefinitions[].firelensConfiguration'],
  check(spec, { at, report }) {
    if (spec.containers.some((container) => Object.hasOwn(container, 'firelensConfiguration'))) return;
    for (const { logConfiguration } of spec.containers) {
      if (logConfiguration?.logDriver !== 'awsfirelens') continue;
      report(
        at(logConfiguration, 'logDriver'),
        'must go with a container that has firelensConfiguration, got awsfirelens alone.',
        'Add the container { "name": "log-router", '
          + '"image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable", "memoryReservation": 50, '
          + '"firelensConfiguration": { "type": "fluentbit" } }.',
      );
    }
  },
};
