import { Resource } from '../template/cfn-template';
import { at, Json, listAt, numberAt, textAt } from '../template/json';
import { meaning } from '../template/keys';
import { Side, Update } from '../template/update';

export const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
export const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';

/** A port of a load balancer. */
export interface Port {
  readonly balancer: string;
  readonly port: string;
}

/** What becomes of a request. */
export type Action =
  | { readonly kind: 'forward'; readonly shares: readonly Share[] }
  | { readonly kind: 'redirect'; readonly port: string }
  | { readonly kind: 'answer' };

export interface Share {
  readonly group: string;
  readonly weight: number;
}

/** A rule, or what a listener does when none of its rules takes the request. */
export interface Way {
  readonly listener: string;
  readonly priority: number;
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  readonly action: Action;
}

export function portOf(update: Update, side: Side, { properties }: Resource): Port {
  return { balancer: meaning(properties.LoadBalancerArn, update.things(side)), port: textAt(properties, 'Port') ?? '' };
}

export function wayOf(update: Update, side: Side, { id, type, properties }: Resource): Way {
  const things = update.things(side);
  if (type === LISTENER) {
    const action = actionOf(listAt(properties, 'DefaultActions'), things);
    return { listener: things(id), priority: Infinity, hosts: [], paths: [], action };
  }
  return {
    listener: meaning(properties.ListenerArn, things),
    priority: numberAt(properties, 'Priority') ?? Infinity,
    hosts: conditions(properties.Conditions, 'host-header', 'HostHeaderConfig'),
    paths: conditions(properties.Conditions, 'path-pattern', 'PathPatternConfig'),
    action: actionOf(listAt(properties, 'Actions'), things),
  };
}

/** The last action is the one that answers; others log in before it. */
function actionOf(actions: readonly Json[], things: (id: string) => string): Action {
  const action = actions.at(-1);
  const redirect = at(action, 'RedirectConfig');
  if (redirect !== undefined) {
    const isHere = [undefined, '#{host}'].includes(textAt(redirect, 'Host'));
    return isHere ? { kind: 'redirect', port: textAt(redirect, 'Port') ?? '#{port}' } : { kind: 'answer' };
  }
  const listed = listAt(action, 'ForwardConfig', 'TargetGroups');
  const shares = listed.length > 0 || at(action, 'TargetGroupArn') === undefined ? listed : [action!];
  if (shares.length === 0) return { kind: 'answer' };
  return {
    kind: 'forward',
    shares: shares.map((share): Share => ({
      group: meaning(at(share, 'TargetGroupArn'), things), weight: numberAt(share, 'Weight') ?? 1,
    })),
  };
}

function conditions(value: Json | undefined, field: string, config: string): string[] {
  return listAt({ value: value ?? [] }, 'value').filter((condition) => at(condition, 'Field') === field)
    .flatMap((condition) => [...listAt(condition, config, 'Values'), ...listAt(condition, 'Values')]).map(String);
}

/** A request of a kind that some rule tells from others. */
export interface Request {
  readonly host: string;
  readonly path: string;
  /** The patterns that it is an example of. */
  readonly words: string;
}

/** A path of rules that are on their way in or out: whoever gives it to a rule knows that nobody asks for it. */
export const UNASKED = '/not-yet';

/** One request for each pattern of a host with each pattern of a path, and one that no pattern takes. */
export function requestsOf(ways: readonly Way[]): Request[] {
  const hosts = [...new Set(['', ...ways.flatMap((way) => way.hosts)])];
  const paths = [...new Set(['', ...ways.flatMap((way) => way.paths)])].filter((path) => path !== UNASKED);
  return hosts.flatMap((host) => paths.map((path): Request => ({
    host: sample(host, 'other.example'), path: sample(path, '/other'), words: `${host}${path}`,
  })));
}

function sample(pattern: string, otherwise: string): string {
  return pattern === '' ? otherwise : pattern.replaceAll('*', 'x').replaceAll('?', 'y');
}

export function takes({ hosts, paths }: Way, { host, path }: Request): boolean {
  return [[hosts, host], [paths, path]].every(([patterns, text]) => patterns.length === 0
    || (patterns as readonly string[]).some((pattern) => isLike(text as string, pattern)));
}

const compiled = new Map<string, RegExp>();

/** `*` stands for any text, `?` for one character. */
function isLike(text: string, pattern: string): boolean {
  let expression = compiled.get(pattern);
  if (!expression) {
    const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
    compiled.set(pattern, expression = new RegExp(`^${source}$`));
  }
  return expression.test(text);
}
