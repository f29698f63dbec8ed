import { Severity } from '../../../finding/finding';
import { givenOnBeanstalk } from '../../../settings/fields/faults';
import { EnvironmentSettings } from '../../../settings/settings';
import { portFields } from '../../../settings/traffic/listener';
import { loadBalancerFields } from '../../../settings/traffic/load-balancer';
import { isNetwork } from '../../../settings/traffic/protocols';
import { TargetRule } from '../target-rule';

export const beanstalkSharedLoadBalancer: TargetRule = {
  code: 'DR4216',
  name: 'beanstalk-shared-load-balancer',
  severity: Severity.ERROR,
  summary:
    'Beside a shared load balancer of Elastic Beanstalk, listeners say only where requests go, and everything else '
    + 'is said where the load balancer is made.',
  reason: 'Beanstalk adds rules and processes to it and changes nothing else.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-alb-shared.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, settings, { at, report }) {
    const { beanstalk: { sharedLoadBalancer = false } = {}, vpc } = settings;
    if (!sharedLoadBalancer) return;
    if (!vpc) {
      report(
        at(spec), 'sharedLoadBalancer must come with vpc, the network that it stands in, got none.',
        'Give the vpc of the load balancer.', ['sharedLoadBalancer', 'vpc'],
      );
    }
    for (const prop of foreign(settings)) {
      report(
        at(spec), `${prop} must not be set beside sharedLoadBalancer, which has its own.`,
        'Remove it, and set it where the load balancer is made.', [prop],
      );
    }
  },
};

/** What is said of the load balancer and of its listeners, but for the ports by which these are found. */
function* foreign(settings: EnvironmentSettings): Iterable<string> {
  const { listeners = [], loadBalancerSubnets } = settings;
  yield* givenOnBeanstalk(loadBalancerFields, settings);
  if (loadBalancerSubnets) yield 'loadBalancerSubnets';
  const { port: _, protocol: __, ...own } = portFields;
  for (const [index, listener] of listeners.entries()) {
    if (isNetwork(listener)) yield `listeners[${index}].protocol`;
    yield* givenOnBeanstalk(own, listener, `listeners[${index}].`);
  }
}
