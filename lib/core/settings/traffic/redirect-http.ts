import { HTTPS_PORT, LISTENER_PORT } from '../constants';
import { EnvironmentSettings, ListenerSettings } from '../settings';
import { CertificateChoice } from './certificates';
import { isSecure } from './listeners';

type Settings = CertificateChoice & Pick<EnvironmentSettings, 'redirectHTTP'>;

/** When port 443 has a certificate, 80 is no listener of its own, and clients come to the load balancer and want it. */
export function leadsToHttps(requests: readonly ListenerSettings[], { redirectHTTP, frontDoor }: Settings): boolean {
  const isWanted = redirectHTTP !== false && (frontDoor ?? { kind: 'load-balancer' }).kind === 'load-balancer';
  return isWanted && requests.some((listener) => listener.port === HTTPS_PORT && isSecure(listener))
    && requests.every(({ port }) => port !== LISTENER_PORT);
}
