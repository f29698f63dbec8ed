import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { HTTPS_PORT } from '../../core/settings/defaults';
import { DockerrunListenerOptions } from '../listener-props';
import { EcsLoadBalancerProps } from '../load-balancer-props';

type Props = Pick<EcsLoadBalancerProps, 'certificates'> & { readonly listeners?: readonly DockerrunListenerOptions[] };

/** The certificates of every listener that has some: its own, or on port 443 those of the environment. */
export function certificatesByPort({ listeners = [], certificates = [] }: Props): Map<number, acm.ICertificate[]> {
  const byPort = new Map(certificates.length > 0 ? [[HTTPS_PORT, certificates]] : []);
  for (const listener of listeners) if (listener.certificates) byPort.set(listener.port, listener.certificates);
  return byPort;
}
