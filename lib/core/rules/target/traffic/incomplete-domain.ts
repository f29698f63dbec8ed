import { Severity } from '../../../finding/finding';
import { showSetting } from '../../../settings/setting';
import { makesApiCertificate, makesListenerCertificate } from '../../../settings/traffic/certificates';
import { TargetRule } from '../target-rule';

export const incompleteDomain: TargetRule = {
  code: 'DR4100',
  name: 'incomplete-domain',
  severity: Severity.ERROR,
  summary:
    'domainName and domainZone come together, and subjectAlternativeNames with a certificate that is made for them.',
  reason: 'The records of the name, and the one that proves to ACM that it is yours, go into the zone.',
  link: 'https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { domainName, domainZone, subjectAlternativeNames: names = [] } = settings;
    if (domainName !== undefined && !domainZone) {
      report(
        at(spec), `domainName must come with domainZone, got "${showSetting(domainName)}" alone.`,
        'Add the hosted zone of Amazon Route 53 that holds the name.', ['domainName', 'domainZone'],
      );
    }
    if (domainName === undefined && domainZone) {
      report(at(spec), 'domainZone must come with domainName, got none.', 'Add the name, or remove the zone.', [
        'domainZone', 'domainName',
      ]);
    }
    if (names.length === 0 || (domainName !== undefined && !domainZone)) return;
    if (
      settings.frontDoor?.kind === 'cloudfront'
      || makesListenerCertificate(settings)
      || makesApiCertificate(settings)
    ) {
      return;
    }
    report(
      at(spec),
      'subjectAlternativeNames must come with a certificate that is made for them, got '
        + `${names.map((name) => `"${showSetting(name)}"`).join(', ')} without one.`,
      'Add domainName and domainZone and give no certificate, or remove the names.', ['subjectAlternativeNames'],
    );
  },
};
