import { IDLE_TIMEOUT_SECONDS } from '../settings/defaults';
import { FrontDoorSettings } from '../settings/front-door';
import { LoadBalancerSettings } from '../settings/load-balancer';
import { isUnresolved, Setting, showSetting } from '../settings/setting';
import { Decisions, DecisionSource } from './decision';
import { AccessLogsPlan, FrontPlan } from './plan';

const SKIPPED = 'It is known only at deployment, so the checks that need it were skipped.';

type Settings = LoadBalancerSettings & { readonly frontDoor?: FrontDoorSettings };

/** The load balancer itself, without its listeners and what stands before it. */
export function planLoadBalancer(settings: Settings, decisions: Decisions): Omit<FrontPlan, 'listeners' | 'redirects' | 'door' | 'domain'> {
  const { ipAddressType: chosenType, idleTimeoutSeconds: chosenTimeout } = settings;
  const scheme = planScheme(settings, decisions);
  const ipAddressType = decisions.given('addresses', chosenType, 'ipv4', 'Every VPC has IPv4 addresses; IPv6 has to be set up in the network first.');
  const everybody = whoIsEverybody(scheme, ipAddressType);
  const idleTimeoutSeconds = chosenTimeout === undefined
    ? decisions.choose('idle timeout', IDLE_TIMEOUT_SECONDS, DecisionSource.BEANSTALK, 'Beanstalk leaves it as it is, too.', `${IDLE_TIMEOUT_SECONDS} s`)
    : decisions.choose('idle timeout', chosenTimeout, DecisionSource.PROP, reasonOf(chosenTimeout), showSetting(chosenTimeout, ' s'));
  const dropInvalidHeaderFields = planInvalidHeaders(settings, decisions);
  const deletionProtection = settings.deletionProtection ?? false;
  const given = settings.deletionProtection === undefined ? DecisionSource.DEFAULT : DecisionSource.PROP;
  decisions.choose('deletion protection', deletionProtection ? 'on' : 'off', given,
    deletionProtection ? 'You chose it; the stack cannot be deleted until it is off again.' : 'The stack can be deleted as a whole.');
  const accessLogs = planAccessLogs(settings, decisions);
  const webAclArn = planWebAcl(settings, decisions);
  const name = settings.loadBalancerName ?? '';
  return { name, scheme, ipAddressType, everybody, idleTimeoutSeconds, dropInvalidHeaderFields, deletionProtection, accessLogs, webAclArn };
}

function planScheme({ publicLoadBalancer, frontDoor }: Settings, decisions: Decisions): FrontPlan['scheme'] {
  if (frontDoor?.kind === 'http-api') {
    decisions.choose('load balancer', 'internal application load balancer', DecisionSource.DERIVED,
      'The HTTP API reaches it through the VPC; it stands in the private subnets.');
    return 'internal';
  }
  if (publicLoadBalancer === false) {
    decisions.choose('load balancer', 'internal application load balancer', DecisionSource.PROP,
      'You chose it; it stands in the private subnets, and an open listener takes clients of the VPC only.');
    return 'internal';
  }
  decisions.choose('load balancer', 'public application load balancer', publicLoadBalancer ? DecisionSource.PROP : DecisionSource.DEFAULT,
    'Listeners speak HTTP or HTTPS; it stands in the public subnets, so that the internet can reach it.');
  return 'internet-facing';
}

/** The VPC has an IPv4 range; whether it has one of IPv6 cannot be known. */
export function whoIsEverybody(scheme: FrontPlan['scheme'], ipAddressType: FrontPlan['ipAddressType']): FrontPlan['everybody'] {
  if (scheme === 'internal') return ['vpc'];
  return ipAddressType === 'ipv4' ? ['0.0.0.0/0'] : ['0.0.0.0/0', '::/0'];
}

function planInvalidHeaders({ dropInvalidHeaderFields }: LoadBalancerSettings, decisions: Decisions): boolean {
  const reason = dropInvalidHeaderFields === undefined
    ? 'As on Beanstalk: dropping them would silently take every header with an underscore in its name from the application.'
    : 'You chose it.';
  decisions.choose('invalid headers', dropInvalidHeaderFields ? 'dropped' : 'kept',
    dropInvalidHeaderFields === undefined ? DecisionSource.BEANSTALK : DecisionSource.PROP, reason);
  return dropInvalidHeaderFields ?? false;
}

function planAccessLogs({ accessLogsBucket: bucket, accessLogsPrefix: prefix = '' }: LoadBalancerSettings, decisions: Decisions): AccessLogsPlan | null {
  if (!bucket) {
    decisions.choose('access logs', 'none', DecisionSource.DEFAULT, 'They cost storage and need a bucket of yours.');
    return null;
  }
  const into = prefix === '' ? 'AWSLogs' : `${showSetting(prefix)}/AWSLogs`;
  decisions.choose('access logs', `the bucket, below ${into}`, DecisionSource.PROP,
    bucket.isOwned ? 'You chose it; its policy lets the load balancers of this account write there.' : 'You chose it; its own policy has to let the load balancer write there.');
  return { prefix, grants: bucket.isOwned };
}

function planWebAcl({ webAclArn }: LoadBalancerSettings, decisions: Decisions): Setting<string> | null {
  if (webAclArn === undefined) {
    decisions.choose('web ACL', 'none', DecisionSource.DEFAULT, 'AWS WAF costs by the rule and the request.');
    return null;
  }
  return decisions.choose('web ACL', webAclArn, DecisionSource.PROP, reasonOf(webAclArn), showSetting(webAclArn));
}

function reasonOf(setting: Setting<unknown>): string {
  return isUnresolved(setting) ? SKIPPED : 'You chose it.';
}
