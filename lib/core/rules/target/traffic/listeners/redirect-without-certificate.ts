import { Severity } from '../../../../finding/finding';
import { HTTPS_PORT, LISTENER_PORT } from '../../../../settings/constants';
import { isNetwork } from '../../../../settings/traffic/protocols';
import { TargetRule } from '../../target-rule';

export const redirectWithoutCertificate: TargetRule = {
  code: 'DR4055',
  name: 'redirect-without-certificate',
  severity: Severity.ERROR,
  summary: 'redirectHTTP needs a free port 80 and a certificate for port 443.',
  reason: 'There is nowhere to redirect to without HTTPS, and a port has one listener only.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const isBehind = settings.frontDoor !== undefined && settings.frontDoor.kind !== 'load-balancer';
    if (settings.redirectHTTP !== true || isBehind) return;
    const { listeners } = settings.traffic;
    const on = (wanted: number) => listeners.findIndex((listener) => listener.port === wanted && !isNetwork(listener));
    if (on(HTTPS_PORT) < 0) {
      report(
        at(spec), `redirectHTTP must come with a listener on port ${HTTPS_PORT} that has a certificate, got none.`,
        'Add certificates: [certificate], or remove redirectHTTP.', ['redirectHTTP'],
      );
    }
    const taken = listeners[on(LISTENER_PORT)];
    if (on(HTTPS_PORT) < 0 || !taken || taken.action?.kind === 'redirect') return;
    report(
      at(spec),
      `redirectHTTP must come without a listener on port ${LISTENER_PORT}, got listeners[${on(LISTENER_PORT)}].`,
      'Remove that listener, or remove redirectHTTP.', ['redirectHTTP'],
    );
  },
};
