import { isUnresolved, showSetting } from '../../settings/setting';
import { CertificateChoice, makesApiCertificate, makesListenerCertificate } from '../../settings/traffic/certificates';
import { DomainSettings } from '../../settings/traffic/load-balancer';
import { Decisions, DecisionSource } from '../decision';
import { chose } from '../provenance';
import { DomainPlan, FrontPlan } from './model';

type Settings = CertificateChoice & DomainSettings;
type Front = Pick<FrontPlan, 'door' | 'ipAddressType' | 'listeners'>;

/** The name by which clients call the environment, with its certificate and its records. */
export function planDomain(settings: Settings, front: Front, decisions: Decisions): DomainPlan | null {
  const { domainName: name, domainZone: zone, subjectAlternativeNames: alternativeNames = [] } = settings;
  if (name === undefined || zone === undefined) return null;
  const certificateOf = makesListenerCertificate(settings)
    ? 'listener'
    : makesApiCertificate(settings)
      ? 'http-api'
      : null;
  const records = recordsOf(front);
  const isChecked = !isUnresolved(name) && zone.name !== undefined && !isUnresolved(zone.name);
  decisions.about('domainName', 'domainZone').chosen(
    'domain name',
    `${showSetting(name)} → ${DESTINATIONS[front.door.kind]} (${records.join(', ')})`,
    isChecked
      ? chose()
      : 'It or its zone is known only at deployment, so the checks that need them were skipped.',
  );
  explainCertificate(settings, certificateOf, front, decisions.about('certificates'));
  return { name, certificateOf, alternativeNames, records };
}

const DESTINATIONS = { 'load-balancer': 'load balancer', 'http-api': 'HTTP API', 'cloudfront': 'CloudFront' } as const;

/** The kinds of addresses that clients find. */
function recordsOf({ door, ipAddressType }: Front): DomainPlan['records'] {
  if (door.kind === 'cloudfront') return ['A', 'AAAA'];
  if (door.kind === 'http-api' || ipAddressType === 'ipv4') return ['A'];
  return ipAddressType === 'dualstack' ? ['A', 'AAAA'] : ['AAAA'];
}

function explainCertificate(
  settings: Settings, of: DomainPlan['certificateOf'], { listeners }: Front, decisions: Decisions,
): void {
  if (of !== null) {
    const names = [settings.domainName!, ...(settings.subjectAlternativeNames ?? [])]
      .map((each) => showSetting(each))
      .join(', ');
    decisions.choose(
      'certificate',
      `made for ${names}`,
      DecisionSource.DERIVED,
      'None is given; a record in the zone proves that the name is yours, and ACM renews the certificate as long as '
        + 'it stays there.',
    );
  } else if (settings.frontDoor?.kind !== 'http-api' && listeners.every(({ protocol }) => protocol === 'HTTP')) {
    decisions.choose('certificate', 'none', DecisionSource.DERIVED, 'No listener is on port 443.');
  } else {
    decisions.chosen('certificate', 'given', chose('; only the records are made for the name.'));
  }
}
