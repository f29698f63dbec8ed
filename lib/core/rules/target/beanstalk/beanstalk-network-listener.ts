import { Severity } from '../../../finding/finding';
import { ListenerSettings } from '../../../settings/settings';
import { isNetwork } from '../../../settings/traffic/protocols';
import { TargetRule } from '../target-rule';

const INTERVALS: readonly number[] = [10, 30];

export const beanstalkNetworkListener: TargetRule = {
  code: 'DR4215',
  name: 'beanstalk-network-listener',
  severity: Severity.ERROR,
  summary:
    'On Elastic Beanstalk a Network Load Balancer finds out by a connection every 10 or 30 seconds whether a process '
    + 'is well.',
  reason:
    'These are all options that it has there. It has no security group, so that the instances see the addresses of '
    + 'clients, but not the groups of these.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-nlb.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, { listeners = [], accessLogsBucket }, { at, report }) {
    if (listeners.length === 0 || !listeners.every(isNetwork)) return;
    listeners.forEach((listener, index) => {
      for (const [prop, must, got, hint] of faults(listener)) {
        report(at(spec), `listeners[${index}].${prop} must ${must} on Elastic Beanstalk, got ${got}.`, hint, [
          `listeners[${index}].${prop}`,
        ]);
      }
    });
    if (!accessLogsBucket) return;
    report(
      at(spec),
      'accessLogsBucket must not be set beside a Network Load Balancer of Elastic Beanstalk, which has no option '
        + 'for it.',
      'Remove it; flow logs of the network have every connection.', ['accessLogsBucket'],
    );
  },
};

function* faults(
  listener: ListenerSettings,
): Iterable<readonly [prop: string, must: string, got: string | number, hint: string]> {
  const { allowedSecurityGroups = 0, healthCheck = {} } = listener;
  const { path, healthyHttpCodes, timeout, interval } = healthCheck;
  const { healthyThresholdCount: healthy, unhealthyThresholdCount: unhealthy } = healthCheck;
  if (allowedSecurityGroups > 0) {
    yield [
      'allowedSecurityGroups', 'be empty', allowedSecurityGroups, 'Use allowedCidrs; the instances see addresses only.',
    ];
  }
  if (interval !== undefined && !INTERVALS.includes(interval)) {
    yield ['healthCheck.interval', 'be 10 or 30 seconds', interval, 'Use one of the two.'];
  }
  if (healthy !== undefined && unhealthy !== undefined && healthy !== unhealthy) {
    yield [
      'healthCheck.unhealthyThresholdCount', `be ${healthy}, as healthyThresholdCount is,`, unhealthy,
      'Give one of the two.',
    ];
  }
  for (const [prop, value] of Object.entries({ path, healthyHttpCodes, timeout })) {
    if (value === undefined) continue;
    yield [
      `healthCheck.${prop}`, 'be left out', JSON.stringify(value),
      'Remove it; it is enough that the container takes the connection.',
    ];
  }
}
