import { Facts } from '../../settings/facts';
import { isUnresolved, Setting, showSetting } from '../../settings/setting';
import { FrontDoorSettings } from '../../settings/traffic/front-door';
import { applicationFields, LoadBalancerSettings } from '../../settings/traffic/load-balancer';
import { Decisions, DecisionSource } from '../decision';
import { chose, Reason } from '../provenance';
import { AccessLogsPlan, FrontPlan, NlbListenerPlan, NlbPlan } from './model';

const SKIPPED = 'It is known only at deployment, so the checks that need it were skipped.';
const PRIVATE = '; it stands in the private subnets, and an open listener takes clients';

type Settings = LoadBalancerSettings & { readonly frontDoor?: FrontDoorSettings; readonly facts?: Facts };
type Kind = (FrontPlan | NlbPlan)['kind'];

/** The load balancer for requests itself, without its listeners and what stands before it. */
export function planBalancer(
  settings: Settings, decisions: Decisions,
): Omit<FrontPlan, 'listeners' | 'mainListener' | 'redirects' | 'door' | 'domain'> {
  const scheme = planScheme(settings, decisions.about('publicLoadBalancer'));
  const ipAddressType = planAddresses('application', settings.ipAddressType, decisions);
  return {
    kind: 'application',
    name: settings.loadBalancerName ?? '',
    scheme,
    ipAddressType,
    everybody: everybodyOf(scheme, ipAddressType),
    idleTimeout: planIdleTimeout(settings, decisions),
    dropInvalidHeaderFields: planInvalidHeaders(settings, decisions),
    deletionProtection: planDeletionProtection('application', settings, decisions),
    accessLogs: planRequestLogs(settings, decisions),
    webAclArn: planWebAcl(settings, decisions),
  };
}

/** The load balancer for connections itself, without its listeners. */
export function planNlb(
  settings: Settings, listeners: readonly NlbListenerPlan[], isSecond: boolean, decisions: Decisions,
): Omit<NlbPlan, 'listeners'> {
  const scheme = planNlbScheme(settings, isSecond, decisions.about('publicLoadBalancer'));
  const chosen = settings.ipAddressType;
  const ipAddressType = planAddresses(
    'network', chosen === 'dualstack-without-public-ipv4' ? 'ipv4' : chosen, decisions,
  );
  return {
    kind: 'network',
    scheme, ipAddressType, everybody: everybodyOf(scheme, ipAddressType),
    crossZone: planZones(decisions),
    deletionProtection: planDeletionProtection('network', settings, decisions),
    accessLogs: planConnectionLogs(settings, listeners, decisions),
  };
}

/** Option settings name a VPC, and not its range. */
function clientsInside({ network, vpcIsNamed = false }: Facts = {}): string {
  return vpcIsNamed && network?.hasRange !== true
    ? `${PRIVATE} with private addresses only, as nothing tells the range of the VPC`
    : `${PRIVATE} of the VPC only`;
}

function topicOf(kind: Kind, topic: string): string {
  return kind === 'network' ? `network load balancer, ${topic}` : topic;
}

function planScheme({ publicLoadBalancer, frontDoor, facts }: Settings, decisions: Decisions): FrontPlan['scheme'] {
  if (frontDoor?.kind === 'http-api') {
    decisions.choose('load balancer', 'internal application load balancer', DecisionSource.DERIVED,
      'The HTTP API reaches it through the VPC; it stands in the private subnets.');
    return 'internal';
  }
  if (publicLoadBalancer === false) {
    decisions.chosen('load balancer', 'internal application load balancer', chose(`${clientsInside(facts)}.`));
    return 'internal';
  }
  decisions.choose('load balancer', 'public application load balancer', sourceOf(publicLoadBalancer || undefined),
    'Listeners speak HTTP or HTTPS; it stands in the public subnets, so that the internet can reach it.');
  return 'internet-facing';
}

function planNlbScheme(
  { publicLoadBalancer, facts }: Settings, isSecond: boolean, decisions: Decisions,
): NlbPlan['scheme'] {
  const topic = 'network load balancer';
  const beside = isSecond
    ? '; an application load balancer takes requests only, so there are two, each with an address of its own' : '';
  if (publicLoadBalancer === false) {
    decisions.chosen(topic, 'internal', chose(`${clientsInside(facts)}${beside}.`));
    return 'internal';
  }
  decisions.choose(topic, 'public', sourceOf(publicLoadBalancer || undefined),
    `Listeners pass connections on; it stands in the public subnets, so that the internet can reach it${beside}.`);
  return 'internet-facing';
}

function planAddresses<T extends FrontPlan['ipAddressType']>(
  kind: Kind, chosen: T | undefined, decisions: Decisions,
): T | 'ipv4' {
  return decisions.about('ipAddressType').given<T | 'ipv4'>(
    topicOf(kind, 'addresses'),
    chosen,
    'ipv4',
    'Every VPC has IPv4 addresses; IPv6 has to be set up in the network first.',
  );
}

/** The VPC has an IPv4 range; whether it has one of IPv6 cannot be known. */
function everybodyOf(scheme: FrontPlan['scheme'], ipAddressType: FrontPlan['ipAddressType']): FrontPlan['everybody'] {
  if (scheme === 'internal') return ['vpc'];
  return ipAddressType === 'ipv4' ? ['0.0.0.0/0'] : ['0.0.0.0/0', '::/0'];
}

function planZones(decisions: Decisions): boolean {
  decisions.choose(topicOf('network', 'zones'), 'every address reaches the tasks of all zones', DecisionSource.DEFAULT,
    'A deployment stops tasks in place, maybe the only one of a zone; clients that know the address of this zone still '
    + 'get through. AWS charges for data between zones.');
  decisions.choose(
    topicOf('network', 'idle timeout'),
    '350 s for TCP and TLS, 120 s for UDP',
    DecisionSource.DEFAULT,
    'It is what AWS sets, and fixed but for TCP, where tcpIdleTimeout changes it; keep-alive packets hold a '
      + 'connection longer.',
  );
  return true;
}

function planIdleTimeout({ idleTimeout: chosen }: Settings, decisions: Decisions): Setting<number> {
  const timeout = decisions.about('idleTimeout');
  if (chosen !== undefined) return timeout.chosen('idle timeout', chosen, reasonOf(chosen), showSetting(chosen, ' s'));
  const usual = applicationFields.idleTimeout.fallback;
  return timeout.choose(
    'idle timeout', usual, DecisionSource.BEANSTALK, 'Beanstalk leaves it as it is, too.',
    `${usual} s`,
  );
}

function planInvalidHeaders({ dropInvalidHeaderFields: chosen }: Settings, decisions: Decisions): boolean {
  const reason =
    chosen === undefined
      ? 'As on Beanstalk: dropping them would silently take every header with an underscore in its name from the '
        + 'application.'
      : chose();
  decisions
    .about('dropInvalidHeaderFields')
    .choose('invalid headers', chosen ? 'dropped' : 'kept', sourceOf(chosen, DecisionSource.BEANSTALK), reason);
  return chosen ?? false;
}

function planDeletionProtection(kind: Kind, { deletionProtection: chosen }: Settings, decisions: Decisions): boolean {
  decisions.about('deletionProtection').choose(
    topicOf(kind, 'deletion protection'),
    chosen ? 'on' : 'off',
    sourceOf(chosen),
    chosen
      ? chose('; the stack cannot be deleted until it is off again.')
      : 'The stack can be deleted as a whole.',
  );
  return chosen ?? false;
}

function planRequestLogs(settings: Settings, decisions: Decisions): AccessLogsPlan | null {
  const { accessLogsPrefix: prefix = '' } = settings;
  return planLogs(
    'application', settings, `the bucket, below ${prefix === '' ? 'AWSLogs' : `${showSetting(prefix)}/AWSLogs`}`,
    decisions,
  );
}

/** Without TLS there is nothing that a Network Load Balancer would write. */
function planConnectionLogs(
  settings: Settings, listeners: readonly NlbListenerPlan[], decisions: Decisions,
): AccessLogsPlan | null {
  if (!settings.accessLogsBucket || listeners.some(({ protocol }) => protocol === 'TLS')) {
    return planLogs('network', settings, 'the bucket, for TLS listeners', decisions);
  }
  decisions.about('accessLogsBucket').choose(
    topicOf('network', 'access logs'),
    'none',
    DecisionSource.DERIVED,
    'A Network Load Balancer writes a line for connections of TLS listeners only, and there is none; flow logs have '
      + 'the others.',
  );
  return null;
}

function planLogs(
  kind: Kind, { accessLogsBucket: bucket, accessLogsPrefix: prefix = '' }: Settings, into: string, decisions: Decisions,
): AccessLogsPlan | null {
  const topic = topicOf(kind, 'access logs');
  const logs = decisions.about('accessLogsBucket', 'accessLogsPrefix');
  if (!bucket) {
    logs.choose(topic, 'none', DecisionSource.DEFAULT, 'They cost storage and need a bucket of yours.');
    return null;
  }
  const reason = bucket.isOwned
    ? 'its policy lets the load balancers of this account write there'
    : 'its own policy has to let the load balancer write there';
  logs.chosen(topic, into, chose(`; ${reason}.`));
  return { prefix, grants: bucket.isOwned };
}

function planWebAcl({ webAclArn }: Settings, decisions: Decisions): Setting<string> | null {
  const acl = decisions.about('webAclArn');
  if (webAclArn === undefined) {
    acl.choose('web ACL', 'none', DecisionSource.DEFAULT, 'AWS WAF costs by the rule and the request.');
    return null;
  }
  return acl.chosen('web ACL', webAclArn, reasonOf(webAclArn), showSetting(webAclArn));
}

function sourceOf(chosen: unknown, otherwise = DecisionSource.DEFAULT): DecisionSource {
  return chosen === undefined ? otherwise : DecisionSource.PROP;
}

function reasonOf(setting: Setting<unknown>): string | Reason {
  return isUnresolved(setting) ? SKIPPED : chose();
}
