import { FrontPlan, ListenerPlan, RoutePlan } from '../plan/plan';
import { LISTENER_PORT } from '../settings/defaults';
import { OptionPlan, optionsIn, refer } from './option';
import { ProcessPlan } from './plan';

/** What a listener is led by: a process for each route. */
export interface Routing {
  readonly routes: readonly RoutePlan[];
  readonly processes: readonly ProcessPlan[];
}

/** The listeners, with listener 80 switched off unless somebody uses it: Beanstalk makes it always. */
export function listenerOptions({ listeners, redirects }: FrontPlan, routing: Routing): OptionPlan[] {
  const hasUsual = listeners.some(({ port }) => port === LISTENER_PORT);
  const idle = { ListenerEnabled: redirects.length > 0, Protocol: 'HTTP', DefaultProcess: 'default', Rules: '' };
  const usual = hasUsual ? [] : optionsIn('aws:elbv2:listener:default', idle);
  const own = listeners.flatMap((listener) => oneListener(listener, routing));
  return [...usual, ...own, ...listeners.flatMap((listener) => ruleOptions(listener, routing))];
}

function oneListener({ port, protocol, sslPolicy, rules }: ListenerPlan, routing: Routing): OptionPlan[] {
  const isSecure = protocol === 'HTTPS';
  return optionsIn(`aws:elbv2:listener:${port === LISTENER_PORT ? 'default' : port}`, {
    ListenerEnabled: true,
    Protocol: protocol,
    DefaultProcess: processOf(port, '', routing),
    Rules: rules.map(({ key }) => ruleName(port, key)).join(','),
    ...isSecure ? { SSLCertificateArns: refer('certificate', port), SSLPolicy: sslPolicy } : {},
  });
}

/**
 * Beanstalk numbers rules up to 1000, so that they are counted in the order of their priorities. The name of a rule changes
 * with its conditions.
 */
function ruleOptions({ port, rules }: ListenerPlan, routing: Routing): OptionPlan[] {
  const ordered = [...rules].sort((one, other) => one.priority - other.priority);
  return ordered.flatMap(({ key, pathPatterns, hostHeaders }, index) => optionsIn(`aws:elbv2:listenerrule:${ruleName(port, key)}`, {
    ...hostHeaders.length > 0 ? { HostHeaders: hostHeaders.join(',') } : {},
    ...pathPatterns.length > 0 ? { PathPatterns: pathPatterns.join(',') } : {},
    Priority: index + 1,
    Process: processOf(port, key, routing),
  }));
}

function ruleName(port: number, key: string): string {
  return `rule${port}${key}`;
}

function processOf(port: number, key: string, { routes, processes }: Routing): string {
  const at = routes.findIndex(({ listener, rule }) => listener === String(port) && (rule?.key ?? '') === key);
  return processes[at].name;
}
