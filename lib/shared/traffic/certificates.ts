import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { HTTPS_PORT } from '../../core/settings/constants';
import { EcsLoadBalancerProps } from '../../ecs/load-balancer-props';
import { DockerrunPort } from '../../ecs/port-props';

type Props = Pick<EcsLoadBalancerProps, 'certificates'> & { readonly listeners?: readonly DockerrunPort[] };

/**
 * The certificates of every listener that has some: its own, or on port 443 those of the environment or the one that is
 * made.
 */
export function certificatesByPort(
  { listeners = [], certificates = [] }: Props, made?: acm.ICertificate,
): Map<number, acm.ICertificate[]> {
  const shared = made ? [made] : certificates;
  const byPort = new Map(shared.length > 0 ? [[HTTPS_PORT, shared]] : []);
  for (const listener of listeners) if (listener.certificates) byPort.set(listener.port, listener.certificates);
  return byPort;
}
