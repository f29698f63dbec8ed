import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { HTTPS_PORT } from '../../core/settings/defaults';
import { EcsEnvironmentProps } from '../environment-props';

/** The certificates of every listener that has some: its own, or on port 443 those of the environment. */
export function certificatesByPort({ listeners = [], certificates = [] }: EcsEnvironmentProps): Map<number, acm.ICertificate[]> {
  const own = listeners.flatMap((listener): [number, acm.ICertificate[]][] => (listener.certificates ? [[listener.port, listener.certificates]] : []));
  const shared: [number, acm.ICertificate[]][] = certificates.length > 0 ? [[HTTPS_PORT, certificates]] : [];
  return new Map([...shared, ...own]);
}
