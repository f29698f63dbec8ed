import { LOG_RETENTION_DAYS, ORIGIN_HEADER } from '../../settings/constants';
import { showSetting } from '../../settings/setting';
import {
  CloudFrontSettings, distributionNames, FrontDoorSettings, httpApiFields, HttpApiSettings,
} from '../../settings/traffic/front-door';
import { MAX_PRIORITY } from '../../settings/traffic/listener';
import { DomainSettings } from '../../settings/traffic/load-balancer';
import { Decisions, DecisionSource } from '../decision';
import { chose } from '../provenance';
import { CloudFrontPlan, DoorPlan, HttpApiPlan, ListenerPlan } from './model';

type Settings = DomainSettings & { readonly frontDoor?: FrontDoorSettings };

/** What clients connect to, and the listener that it leads to. */
export function planDoor(settings: Settings, main: Main, decisions: Decisions): DoorPlan {
  const { frontDoor = { kind: 'load-balancer' } } = settings;
  if (frontDoor.kind === 'load-balancer') return frontDoor;
  const about = decisions.about('frontDoor');
  return frontDoor.kind === 'http-api'
    ? planHttpApi(frontDoor, main, settings, about)
    : planCloudFront(frontDoor, main, settings, about);
}

/** The listeners as a front door leaves them: nobody else connects to its own, and CloudFront has to show a secret. */
export function behindDoor(listeners: readonly ListenerPlan[], door: DoorPlan): ListenerPlan[] {
  return listeners.map((listener) => {
    if (door.kind === 'load-balancer' || listener.port !== door.listener) return listener;
    const closed: ListenerPlan = { ...listener, access: { open: false, cidrs: [], securityGroups: 0 } };
    return door.kind === 'cloudfront' ? guarded(closed) : closed;
  });
}

/** Every rule takes the header, a last one takes what the listener took by default, and the rest is refused. */
function guarded({ rules, action, ...listener }: ListenerPlan): ListenerPlan {
  const last = { key: '', priority: MAX_PRIORITY, pathPatterns: [], hostHeaders: [], header: ORIGIN_HEADER, action };
  return {
    ...listener,
    rules: [...rules.map((rule) => ({ ...rule, header: ORIGIN_HEADER })), last],
    action: { kind: 'fixed-response', statusCode: 403, contentType: 'text/plain', messageBody: '' },
  };
}

type Main = Pick<ListenerPlan, 'port' | 'protocol'>;

function planHttpApi(
  settings: HttpApiSettings, { port, protocol }: Main, { domainName }: DomainSettings, decisions: Decisions,
): HttpApiPlan {
  const { secureServerName: given = domainName } = settings;
  decisions.chosen(
    'front door', `HTTP API → VPC link → listener ${port}`, chose('; the listener lets in nobody but the VPC link.'),
  );
  const timeout = planTimeout(settings, decisions.about('frontDoor.timeout'));
  decisions.choose(
    'API access logs', `a log group, kept for ${LOG_RETENTION_DAYS} days`, DecisionSource.DEFAULT,
    'They tell who called what, and what API Gateway answered by itself.',
  );
  const secureServerName = protocol === 'HTTP' ? '' : given!;
  if (protocol === 'HTTP') {
    decisions.choose(
      'API to listener', 'HTTP', DecisionSource.DERIVED,
      'The listener has no certificate; requests stay inside the VPC.',
    );
  } else {
    decisions.choose(
      'API to listener', `HTTPS, with a certificate for ${showSetting(secureServerName)}`, DecisionSource.DERIVED,
      'The listener has a certificate, and API Gateway checks the name in it.',
    );
  }
  return { kind: 'http-api', listener: port, timeout, secureServerName, logRetentionDays: LOG_RETENTION_DAYS };
}

function planTimeout({ timeout }: HttpApiSettings, decisions: Decisions): HttpApiPlan['timeout'] {
  if (timeout !== undefined) return decisions.chosen('API timeout', timeout, chose(), showSetting(timeout, ' s'));
  const usual = httpApiFields.timeout.fallback;
  return decisions.choose(
    'API timeout', usual, DecisionSource.DEFAULT,
    'An HTTP API waits no longer; work that takes more has to go on after the answer.', `${usual} s`,
  );
}

function planCloudFront(
  settings: CloudFrontSettings, { port, protocol }: Main, domain: DomainSettings, decisions: Decisions,
): CloudFrontPlan {
  const { originPrefixListId: prefixListId = null, webAclArn = null, cachePolicy: caches = false } = settings;
  const domainNames = distributionNames(settings, domain);
  decisions.chosen(
    'front door', `CloudFront → listener ${port}`, chose('; the listener lets in nobody but CloudFront.'),
  );
  decisions.about('frontDoor.originPrefixListId').choose(
    'addresses of CloudFront', prefixListId === null ? 'looked up' : showSetting(prefixListId),
    prefixListId === null ? DecisionSource.DEFAULT : DecisionSource.PROP,
    'AWS keeps them in a prefix list, which counts as 55 of the 60 rules that a security group may have.',
  );
  decisions.choose(
    'secret header', ORIGIN_HEADER, DecisionSource.DERIVED,
    'Distributions of others connect from the same addresses; a request without the secret is answered with 403. AWS '
      + 'Secrets Manager makes its value.',
  );
  decisions.choose(
    'CloudFront to listener', protocol, DecisionSource.DERIVED,
    protocol === 'HTTPS'
      ? 'The listener has a certificate, which CloudFront checks against the name that the client called.'
      : 'The listener has no certificate.',
  );
  explainNames(domainNames, decisions.about('frontDoor.domainNames', 'domainName'));
  decisions.about('frontDoor.cachePolicy').choose(
    'cache', caches ? 'as you chose' : 'nothing', caches ? DecisionSource.PROP : DecisionSource.DEFAULT,
    caches ? chose() : 'An application answers each request itself; a cache policy says what may be kept.',
  );
  return { kind: 'cloudfront', listener: port, protocol, domainNames, prefixListId, webAclArn, caches };
}

function explainNames(names: CloudFrontPlan['domainNames'], decisions: Decisions): void {
  const isNamed = names.length > 0;
  decisions.choose(
    'names of the distribution',
    isNamed ? names.map((name) => showSetting(name)).join(', ') : 'its own',
    isNamed ? DecisionSource.PROP : DecisionSource.DEFAULT,
    isNamed
      ? chose()
      : 'Without a certificate of yours, clients use the name that CloudFront gives, under which it still takes '
          + 'TLS 1.0.',
  );
}
