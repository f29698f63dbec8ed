import { listOf, reference, Template, Value } from './template';

/** What a listener does with requests of a kind. */
export type Action =
  | { readonly kind: 'groups'; readonly groups: readonly Share[] }
  | { readonly kind: 'redirect'; readonly port: string }
  | { readonly kind: 'answer' };

export interface Share {
  readonly group: string;
  readonly weight: number;
}

/** A rule of a listener, or what it does by default. */
export interface Way {
  /** The listener or the rule that says so. */
  readonly owner: string;
  readonly listener: string;
  /** Rules by their number, the default last. */
  readonly priority: number;
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  readonly action: Action;
}

export interface Listener {
  readonly balancer: string;
  readonly port: string;
}

type Things = (id: string) => string;

const thingOf = (value: Value, things: Things) => things(reference(value)?.id ?? JSON.stringify(value));

export function listenerOf(template: Template, id: string, things: Things): Listener {
  const { LoadBalancerArn, Port } = template.get(id)!.properties;
  return { balancer: thingOf(LoadBalancerArn, things), port: String(Port) };
}

export function wayOf(template: Template, id: string, things: Things): Way {
  const {
    type,
    properties: { Actions, Conditions, DefaultActions, ListenerArn, Priority },
  } = template.get(id)!;
  const owner = things(id);
  if (type === 'AWS::ElasticLoadBalancingV2::Listener') {
    return {
      owner,
      listener: owner,
      priority: Infinity,
      hosts: [],
      paths: [],
      action: actionOf(DefaultActions, things),
    };
  }
  return {
    owner,
    listener: thingOf(ListenerArn, things),
    priority: Number(Priority),
    hosts: valuesOf(Conditions, 'host-header', 'HostHeaderConfig'),
    paths: valuesOf(Conditions, 'path-pattern', 'PathPatternConfig'),
    action: actionOf(Actions, things),
  };
}

function actionOf(actions: Value, things: Things): Action {
  const action = listOf(actions).at(-1) ?? {};
  if (action.RedirectConfig) {
    const { Host = '#{host}', Port = '#{port}' } = action.RedirectConfig;
    return Host === '#{host}' ? { kind: 'redirect', port: String(Port) } : { kind: 'answer' };
  }
  const given: Value[] =
    action.ForwardConfig?.TargetGroups ?? (action.TargetGroupArn ? [{ TargetGroupArn: action.TargetGroupArn }] : []);
  if (given.length === 0) return { kind: 'answer' };
  return {
    kind: 'groups',
    groups: given.map(({ TargetGroupArn, Weight }) => ({
      group: thingOf(TargetGroupArn, things),
      weight: Weight ?? 1,
    })),
  };
}

function valuesOf(conditions: Value, field: string, config: string): string[] {
  return listOf(conditions)
    .filter(({ Field }) => Field === field)
    .flatMap((condition) => listOf(condition[config]?.Values ?? condition.Values));
}

/** Both types of resources that have ways. */
export const WITH_WAYS = ['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'];

export interface Request {
  readonly host: string;
  readonly path: string;
}

/** One request of each kind that some way tells from the others. `/not-yet` is a path that nobody asks for. */
export function requestsFor(ways: readonly Way[]): Request[] {
  const samples = (patterns: readonly string[]) =>
    patterns.map((pattern) => pattern.replace(/\*/g, 'x').replace(/\?/g, 'y'));
  const hosts = new Set(['elsewhere.example', ...samples(ways.flatMap((way) => way.hosts))]);
  const paths = new Set(['/elsewhere', ...samples(ways.flatMap((way) => way.paths))]);
  const asked = [...paths].filter((path) => path !== '/not-yet');
  return [...hosts].flatMap((host) => asked.map((path) => ({ host, path })));
}

export function takes({ hosts, paths }: Way, { host, path }: Request): boolean {
  return matches(hosts, host) && matches(paths, path);
}

const compiled = new Map<string, RegExp>();

function matches(patterns: readonly string[], text: string): boolean {
  return (
    patterns.length === 0 ||
    patterns.some((pattern) => {
      const known =
        compiled.get(pattern) ??
        new RegExp(
          `^${pattern
            .replace(/[.+^${}()|[\]\\]/g, '\\$&')
            .replace(/\*/g, '.*')
            .replace(/\?/g, '.')}$`,
        );
      compiled.set(pattern, known);
      return known.test(text);
    })
  );
}
