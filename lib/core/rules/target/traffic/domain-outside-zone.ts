import { Severity } from '../../../finding/finding';
import { known } from '../../../settings/setting';
import { makesApiCertificate, makesListenerCertificate } from '../../../settings/traffic/certificates';
import { TargetRule } from '../target-rule';

export const domainOutsideZone: TargetRule = {
  code: 'DR4101',
  name: 'domain-outside-zone',
  severity: Severity.ERROR,
  summary:
    'domainName and every name of the certificate that is made for it are in domainZone, which is public if a '
    + 'certificate is made.',
  reason: 'Nobody finds a record of another zone, and ACM waits for one that it can see until the deployment gives up.',
  link: 'https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { domainName, domainZone, subjectAlternativeNames = [] } = settings;
    if (domainName === undefined || !domainZone) return;
    const isMade = makesListenerCertificate(settings) || makesApiCertificate(settings);
    const zone = known(domainZone.name)?.replace(/\.$/, '').toLowerCase();
    const others = isMade
      ? subjectAlternativeNames.map((name, index) => [`subjectAlternativeNames[${index}]`, name] as const)
      : [];
    for (const [prop, setting] of [['domainName', domainName] as const, ...others]) {
      const name = known(setting);
      if (name === undefined || zone === undefined || isIn(name.toLowerCase(), zone)) continue;
      report(
        at(spec), `${prop} must be in the zone ${zone}, got "${name}".`,
        `Give the zone that holds it, or a name that ends in .${zone}.`, [prop, 'domainZone'],
      );
    }
    if (isMade && domainZone.isPrivate) {
      report(
        at(spec), 'domainZone must be a public zone for a certificate to be validated, got a private one.',
        'Add certificates: [certificate], so that only the records go into the zone.', ['domainZone'],
      );
    }
  },
};

function isIn(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}
