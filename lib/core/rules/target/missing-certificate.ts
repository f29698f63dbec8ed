import { Severity } from '../../finding/finding';
import { HTTPS_PORT } from '../../settings/defaults';
import { TargetRule } from './target-rule';

export const missingCertificate: TargetRule = {
  code: 'DR4020',
  name: 'missing-certificate',
  severity: Severity.ERROR,
  summary: 'Listener 443 and every listener with a TLS policy has a certificate.',
  reason: 'Browsers speak HTTPS on port 443; without a certificate the listener would answer in plain HTTP.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
  fields: [],
  concerns: 'environment',
  check(spec, { listeners = [], certificates = 0 }, { at, report }) {
    for (const [index, listener] of listeners.entries()) {
      const own = listener.certificates ?? (listener.port === HTTPS_PORT ? certificates : 0);
      if (own > 0 || (listener.port !== HTTPS_PORT && listener.sslPolicy === undefined)) continue;
      report(at(spec), `listeners[${index}] must have a certificate, got port ${listener.port} without one.`, 'Add certificates: [certificate].');
    }
  },
};
