import { sharedCertificates } from './certificates';
import { HTTPS_PORT, LISTENER_PORT } from './defaults';
import { isSecure } from './listeners';
import { isNetwork } from './protocols';
import { EcsSettings, ListenerSettings } from './settings';

/** Whether port 80 leads to port 443 by itself: that has a certificate, 80 is no listener of its own, and the redirect is wanted. */
export function leadsToHttps(listeners: readonly ListenerSettings[], settings: EcsSettings): boolean {
  const on = (wanted: number) => listeners.find((listener) => listener.port === wanted && !isNetwork(listener));
  const secure = on(HTTPS_PORT);
  return settings.redirectHTTP !== false && secure !== undefined && isSecure(secure, sharedCertificates(settings)) && !on(LISTENER_PORT);
}
