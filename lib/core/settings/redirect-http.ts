import { sharedCertificates } from './certificates';
import { HTTPS_PORT, LISTENER_PORT } from './defaults';
import { isSecure } from './listeners';
import { isNetwork } from './protocols';
import { EnvironmentSettings, ListenerSettings } from './settings';

/**
 * Whether port 80 leads to port 443 by itself: that has a certificate, 80 is no listener of its own, and clients come
 * to the load balancer and want it.
 */
export function leadsToHttps(listeners: readonly ListenerSettings[], settings: EnvironmentSettings): boolean {
  const on = (wanted: number) => listeners.find((listener) => listener.port === wanted && !isNetwork(listener));
  const secure = on(HTTPS_PORT);
  const isWanted = settings.redirectHTTP !== false && (settings.frontDoor ?? { kind: 'load-balancer' }).kind === 'load-balancer';
  return isWanted && secure !== undefined && isSecure(secure, sharedCertificates(settings)) && !on(LISTENER_PORT);
}
