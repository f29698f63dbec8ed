import { Severity } from '../../../finding/finding';
import { TargetSettings } from '../../../settings/settings';
import { TargetRule } from '../target-rule';

const MAX_TIMEOUT = 60;

export const beanstalkTargetSetting: TargetRule = {
  code: 'DR4205',
  name: 'beanstalk-target-setting',
  severity: Severity.ERROR,
  summary: 'On Elastic Beanstalk a process is checked on its own port within 60 seconds, speaks HTTP/1.1, and has no name, slow start or gRPC codes.',
  reason: 'These are all options that a process has.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-environmentprocess',
  fields: [],
  concerns: 'service',
  target: 'beanstalk',
  check(spec, { traffic }, { at, report }) {
    for (const { prop, target } of traffic.targets) {
      for (const [name, got, hint] of strangers(target)) report(at(spec), `${prop}.${name} must not be set on Elastic Beanstalk, got ${got}.`, hint);
      const timeout = target.healthCheck?.timeoutSeconds ?? 0;
      if (timeout > MAX_TIMEOUT) {
        report(at(spec), `${prop}.healthCheck.timeout must be at most ${MAX_TIMEOUT} seconds on Elastic Beanstalk, got ${timeout}.`, `Use Duration.seconds(${MAX_TIMEOUT}) or less.`);
      }
    }
  },
};

/** What is set for which a process has no option. */
function* strangers(target: TargetSettings): Iterable<readonly [string, string | number, string]> {
  const { targetGroupName, slowStartSeconds, protocolVersion = 'HTTP1', healthCheck = {} } = target;
  if (targetGroupName !== undefined) yield ['targetGroupName', `"${targetGroupName}"`, 'Remove it; Beanstalk names its target groups.'];
  if (slowStartSeconds !== undefined) yield ['slowStart', `${slowStartSeconds} seconds`, 'Remove it, or use EcsEnvironment.'];
  if (protocolVersion !== 'HTTP1') yield ['protocolVersion', protocolVersion, 'Remove it, or use EcsEnvironment.'];
  if (healthCheck.port !== undefined) yield ['healthCheck.port', healthCheck.port, 'Let the container answer the check on the port of its requests.'];
  if (healthCheck.grpcCodes !== undefined) yield ['healthCheck.healthyGrpcCodes', `"${healthCheck.grpcCodes}"`, 'Use healthyHttpCodes.'];
}
