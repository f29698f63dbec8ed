import { HTTPS_PORT } from '../constants';
import { EnvironmentSettings, ListenerSettings } from '../settings';
import { isNetwork, takesCertificates } from './protocols';

/** What decides on the certificates of listener 443. */
export type CertificateChoice = Pick<
  EnvironmentSettings,
  'listeners' | 'certificates' | 'domainName' | 'domainZone' | 'frontDoor' | 'worker'
>;

/** How many certificates listener 443 has, unless it brings its own: the given ones, or the one that is made. */
export function sharedCertificates(settings: CertificateChoice): number {
  const { certificates = 0 } = settings;
  return certificates === 0 && makesListenerCertificate(settings) ? 1 : certificates;
}

/** Whether listener 443 gets a certificate that is made for the domain name. An HTTP API has it itself. */
export function makesListenerCertificate(settings: CertificateChoice): boolean {
  const { listeners = [], certificates = 0, domainName, domainZone, frontDoor } = settings;
  const isWanted =
    domainName !== undefined && domainZone !== undefined && certificates === 0 && frontDoor?.kind !== 'http-api';
  const lacks = (listener: ListenerSettings) =>
    listener.port === HTTPS_PORT && !listener.certificates && !isNetwork(listener) && takesCertificates(listener);
  return isWanted && (listeners.length === 0 || listeners.some(lacks));
}

/** Whether an HTTP API gets a certificate that is made for the domain name. */
export function makesApiCertificate({ domainName, domainZone, frontDoor }: CertificateChoice): boolean {
  return (
    domainName !== undefined && domainZone !== undefined && frontDoor?.kind === 'http-api' && !frontDoor.certificate
  );
}
