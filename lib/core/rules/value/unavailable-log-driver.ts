import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

/** The drivers that the agent of the ECS-optimized AMI does not announce unless told to. */
const OFF = ['gelf', 'journald', 'splunk'];

export const unavailableLogDriver: SpecRule = {
  code: 'DR2131',
  name: 'unavailable-log-driver',
  severity: Severity.WARNING,
  summary: 'Every log driver is one that the ECS-optimized AMI turns on.',
  reason:
    'A task whose driver no instance announces in ECS_AVAILABLE_LOGGING_DRIVERS is never placed. The AMI announces '
    + 'json-file, syslog, awslogs, fluentd and none.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html',
  fields: ['containerDefinitions[].logConfiguration.logDriver'],
  check(spec, { at, report }) {
    for (const { logConfiguration } of spec.containers) {
      const driver = logConfiguration?.logDriver;
      if (!logConfiguration || driver === undefined || !OFF.includes(driver)) continue;
      report(
        at(logConfiguration, 'logDriver'),
        `must be a driver that the instances announce, got "${driver}".`,
        'Remove "logConfiguration", so that the container logs as the others do, or add '
          + `"${driver}" to ECS_AVAILABLE_LOGGING_DRIVERS in /etc/ecs/ecs.config of the instances.`,
      );
    }
  },
};
