import { Severity } from '../../finding/finding';
import { isNetwork } from '../../settings/protocols';
import { EcsSettings } from '../../settings/settings';
import { TargetRule } from './target-rule';

export const beanstalkSharedLoadBalancer: TargetRule = {
  code: 'DR4216',
  name: 'beanstalk-shared-load-balancer',
  severity: Severity.ERROR,
  summary: 'Beside a shared load balancer of Elastic Beanstalk, listeners say only where requests go, and everything else is said where the load balancer is made.',
  reason: 'Beanstalk adds rules and processes to it and changes nothing else.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-alb-shared.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, settings, { at, report }) {
    const { beanstalk: { sharedLoadBalancer = false } = {}, ownVpc } = settings;
    if (!sharedLoadBalancer) return;
    if (!ownVpc) report(at(spec), 'sharedLoadBalancer must come with vpc, the network that it stands in, got none.', 'Give the vpc of the load balancer.');
    for (const prop of foreign(settings)) report(at(spec), `${prop} must not be set beside sharedLoadBalancer, which has its own.`, 'Remove it, and set it where the load balancer is made.');
  },
};

function* foreign(settings: EcsSettings): Iterable<string> {
  const { publicLoadBalancer, ipAddressType, idleTimeoutSeconds, accessLogsBucket, certificates = 0, redirectHTTP, loadBalancerSubnets = false, listeners = [] } = settings;
  const props = { publicLoadBalancer, ipAddressType, idleTimeout: idleTimeoutSeconds, accessLogsBucket, certificates: certificates > 0 || undefined, redirectHTTP, loadBalancerSubnets: loadBalancerSubnets || undefined };
  yield* Object.entries(props).flatMap(([prop, value]) => (value === undefined ? [] : [prop]));
  for (const [index, listener] of listeners.entries()) {
    const { certificates: own = 0, sslPolicy, open, allowedCidrs, allowedSecurityGroups = 0 } = listener;
    const said = {
      protocol: isNetwork(listener) || undefined, certificates: own > 0 || undefined, sslPolicy, open, allowedCidrs, allowedSecurityGroups: allowedSecurityGroups || undefined,
    };
    yield* Object.entries(said).flatMap(([prop, value]) => (value === undefined ? [] : [`listeners[${index}].${prop}`]));
  }
}
