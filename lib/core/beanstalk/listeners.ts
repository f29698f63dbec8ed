import { ProcessPlan } from '../plan/beanstalk/plan';
import { DEFAULT_PROCESS as DEFAULT } from '../plan/beanstalk/traffic';
import { FrontPlan, ListenerPlan, NlbPlan, NlbRoutePlan, RoutePlan } from '../plan/ecs/plan';
import { MAX_BEANSTALK_PRIORITY } from '../settings/traffic/listener';
import { OptionPlan, optionsIn, refer } from './option';

/** That of the listener which Beanstalk makes always, by the name of `default`. */
const LISTENER_PORT = 80;

/** What a listener is led by: a process for each route. */
export interface Routing<R = RoutePlan> {
  readonly routes: readonly R[];
  readonly processes: readonly ProcessPlan[];
}

/** The listeners, with listener 80 switched off unless somebody uses it: Beanstalk makes it always. */
export function listenerOptions({ listeners, redirects }: FrontPlan, routing: Routing): OptionPlan[] {
  const hasUsual = listeners.some(({ port }) => port === LISTENER_PORT);
  const idle = { ListenerEnabled: redirects.length > 0, Protocol: 'HTTP', DefaultProcess: DEFAULT, Rules: '' };
  const usual = hasUsual ? [] : optionsIn('aws:elbv2:listener:default', idle);
  const own = listeners.flatMap((listener) => oneListener(listener, routing));
  return [...usual, ...own, ...listeners.flatMap((listener) => ruleOptions(listener, routing))];
}

/** The same on a Network Load Balancer, which has no rules. */
export function networkListenerOptions(
  { listeners }: NlbPlan, { routes, processes }: Routing<NlbRoutePlan>,
): OptionPlan[] {
  const hasUsual = listeners.some(({ port }) => port === LISTENER_PORT);
  const usual = hasUsual
    ? []
    : optionsIn('aws:elbv2:listener:default', { ListenerEnabled: false, Protocol: 'TCP', DefaultProcess: DEFAULT });
  const own = listeners.flatMap(({ port, protocol, sslPolicy }) =>
    optionsIn(namespaceOf(port), {
      ListenerEnabled: true,
      Protocol: protocol,
      DefaultProcess: processes[routes.findIndex(({ listener }) => listener === String(port))].name,
      ...(protocol === 'TLS' ? { SSLCertificateArns: refer('certificate', port), SSLPolicy: sslPolicy } : {}),
    }),
  );
  return [...usual, ...own];
}

/**
 * On a load balancer of the user's, the rules of listeners that are there. The one by the name `default` is Beanstalk's
 * own: it leads requests for the environment to the process of that name. A rule without conditions does the same
 * elsewhere.
 */
export function sharedListenerOptions({ listeners }: FrontPlan, routing: Routing): OptionPlan[] {
  return listeners.flatMap((listener) => {
    const { port, rules } = listener;
    const process = processOf(port, '', routing);
    const rest = process === DEFAULT ? DEFAULT : `rule${port}`;
    const restOptions =
      process === DEFAULT
        ? []
        : optionsIn(`aws:elbv2:listenerrule:${rest}`, { Priority: MAX_BEANSTALK_PRIORITY, Process: process });
    const names = [...rules.map(({ priority }) => ruleName(port, priority)), rest];
    return [
      ...optionsIn(`aws:elbv2:listener:${port}`, { Rules: names.join(',') }), ...ruleOptions(listener, routing),
      ...restOptions,
    ];
  });
}

/** What listeners were once is switched off; a listener that is on names each of its rules, so that others are gone. */
export function retiredListenerOptions(ports: readonly number[]): OptionPlan[] {
  return ports.flatMap((port) => optionsIn(namespaceOf(port), { ListenerEnabled: false, DefaultProcess: DEFAULT }));
}

function oneListener({ port, protocol, sslPolicy, rules }: ListenerPlan, routing: Routing): OptionPlan[] {
  const isSecure = protocol === 'HTTPS';
  return optionsIn(namespaceOf(port), {
    ListenerEnabled: true,
    Protocol: protocol,
    DefaultProcess: processOf(port, '', routing),
    Rules: rules.map(({ priority }) => ruleName(port, priority)).join(','),
    ...isSecure ? { SSLCertificateArns: refer('certificate', port), SSLPolicy: sslPolicy } : {},
  });
}

/** A rule is called by its priority, as AWS tells it from others by that. */
function ruleOptions({ port, rules }: ListenerPlan, routing: Routing): OptionPlan[] {
  const ordered = [...rules].sort((one, other) => one.priority - other.priority);
  return ordered.flatMap(({ key, pathPatterns, hostHeaders, priority }) =>
    optionsIn(`aws:elbv2:listenerrule:${ruleName(port, priority)}`, {
      ...(hostHeaders.length > 0 ? { HostHeaders: hostHeaders.join(',') } : {}),
      ...(pathPatterns.length > 0 ? { PathPatterns: pathPatterns.join(',') } : {}),
      Priority: priority,
      Process: processOf(port, key, routing),
    }),
  );
}

function namespaceOf(port: number): string {
  return `aws:elbv2:listener:${port === LISTENER_PORT ? 'default' : port}`;
}

function ruleName(port: number, priority: number): string {
  return `rule${port}No${priority}`;
}

function processOf(port: number, key: string, { routes, processes }: Routing): string {
  const at = routes.findIndex(({ listener, rule }) => listener === String(port) && (rule ? rule.key : '') === key);
  return processes[at].name;
}
