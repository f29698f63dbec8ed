import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { balancerKey } from '../../core/plan/traffic/group-key';

/** See `balancerKey`; nothing of a load balancer that the app does not make. */
export function balancerOf(listener: elbv2.IApplicationListener | elbv2.INetworkListener): string | undefined {
  if (!(listener instanceof elbv2.ApplicationListener || listener instanceof elbv2.NetworkListener)) return undefined;
  const made = listener.loadBalancer?.node.defaultChild;
  if (!(made instanceof elbv2.CfnLoadBalancer)) return undefined;
  const name: unknown = made.stack.resolve(made.name) ?? '';
  return balancerKey({
    scheme: made.scheme === 'internal' ? 'internal' : 'internet-facing',
    name: typeof name === 'string' ? name : { unresolved: 'loadBalancerName' },
  });
}
