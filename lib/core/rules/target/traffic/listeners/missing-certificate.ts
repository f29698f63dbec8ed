import { Severity } from '../../../../finding/finding';
import { HTTPS_PORT } from '../../../../settings/constants';
import { sharedCertificates } from '../../../../settings/traffic/certificates';
import { isNetwork, takesCertificates } from '../../../../settings/traffic/protocols';
import { TargetRule } from '../../target-rule';

export const missingCertificate: TargetRule = {
  code: 'DR4020',
  name: 'missing-certificate',
  severity: Severity.ERROR,
  summary: 'Listener 443, every listener with a TLS policy, and every HTTPS or TLS listener has a certificate.',
  reason: 'Browsers speak HTTPS on port 443; without a certificate the listener would answer in plain HTTP.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const { listeners = [], beanstalk } = settings;
    if (beanstalk?.sharedLoadBalancer) return;
    const certificates = sharedCertificates(settings);
    for (const [index, listener] of listeners.entries()) {
      const { port, protocol, sslPolicy } = listener;
      const own =
        listener.certificates
        ?? (port === HTTPS_PORT ? (isNetwork(listener) ? (settings.certificates ?? 0) : certificates) : 0);
      const isPlain =
        protocol === undefined ? port !== HTTPS_PORT && sslPolicy === undefined : !takesCertificates(listener);
      if (own > 0 || isPlain) continue;
      report(
        at(spec),
        `listeners[${index}] must have a certificate, got ${protocol ? `Protocol.${protocol}` : `port ${port}`} `
          + 'without one.',
        'Add certificates: [certificate].', [`listeners[${index}].protocol`, `listeners[${index}].port`],
      );
    }
  },
};
