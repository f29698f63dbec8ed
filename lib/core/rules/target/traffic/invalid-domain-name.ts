import { Severity } from '../../../finding/finding';
import { known, Setting } from '../../../settings/setting';
import { EnvironmentSettings } from '../../../settings/settings';
import { distributionNames } from '../../../settings/traffic/front-door';
import { TargetRule } from '../target-rule';

const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;
const MAX_NAME = 253;

/** What ACM allows for the first name of a certificate. */
const MAX_DOMAIN_NAME = 64;

export const invalidDomainName: TargetRule = {
  code: 'DR4102',
  name: 'invalid-domain-name',
  severity: Severity.ERROR,
  summary:
    'A domain name has labels of letters, digits and hyphens, separated by dots; domainName has up to 64 characters '
    + 'and no wildcard.',
  reason: 'Amazon Route 53 and ACM refuse others, and a wildcard is no address that a client could call.',
  link: 'https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    for (const [prop, setting] of namesOf(settings)) {
      const name = known(setting);
      if (name === undefined) continue;
      const must = faultOf(name, prop === 'domainName');
      if (must) report(at(spec), `${prop} must ${must}, got "${name}".`, 'Write it like shop.example.com.');
    }
  },
};

function namesOf(settings: EnvironmentSettings): (readonly [prop: string, name: Setting<string>])[] {
  const { domainName, subjectAlternativeNames = [], frontDoor } = settings;
  const own = frontDoor?.kind === 'cloudfront' && frontDoor.domainNames ? distributionNames(frontDoor, settings) : [];
  return [
    ...domainName === undefined ? [] : [['domainName', domainName] as const],
    ...subjectAlternativeNames.map((name, index) => [`subjectAlternativeNames[${index}]`, name] as const),
    ...own.map((name, index) => [`frontDoor.domainNames[${index}]`, name] as const),
  ];
}

function faultOf(name: string, isMain: boolean): string | undefined {
  const max = isMain ? MAX_DOMAIN_NAME : MAX_NAME;
  if (name.length > max) return `have at most ${max} characters`;
  if (isMain && name.startsWith('*.')) return 'be one name without a wildcard';
  const labels = name.replace(/^\*\./, '').split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) ? undefined : 'be a domain name';
}
