import {
  ActionPlan, ContainerPlan, DoorPlan, ListenerPlan, NlbTargetPlan, Plan, ServiceDeployment, TargetPlan,
} from '../plan/ecs/plan';
import { showAnswer } from '../plan/traffic/action';
import { showConditions, showListener } from '../plan/traffic/route';
import { Palette, PLAIN } from './palette';

/** The plan as a person reads it: the way of a request, the containers, the decisions. Ends with a newline. */
export function drawPlan(plan: Plan | ServiceDeployment, palette: Palette = PLAIN): string {
  return [
    palette.bold('Traffic'), ...'routes' in plan ? drawRoutes(plan) : drawFronts(plan), '',
    palette.bold('Containers'), ...plan.task.containers.map(drawContainer), '',
    palette.bold('Decisions'), ...drawDecisions(plan, palette), '',
  ].join('\n');
}

function drawFronts(plan: Plan): string[] {
  const drawn = [...drawFront(plan), ...drawNetworkFront(plan)];
  return drawn.length > 0 ? drawn : ['  no listener: no container maps a TCP port'];
}

/** The same of a load balancer that passes connections on. */
export function drawNetworkFront({ networkFront }: Pick<Plan, 'networkFront'>): string[] {
  if (!networkFront) return [];
  const from = networkFront.scheme === 'internal' ? 'VPC' : 'internet';
  return networkFront.listeners.map(
    ({ port, protocol, target }) =>
      `  ${from} → ${protocol} ${port} → ${target ? drawTarget(target) : 'no service yet'}`,
  );
}

/** The listeners and what they lead to. */
export function drawFront({ front }: Pick<Plan, 'front'>): string[] {
  if (!front) return [];
  const from = front.scheme === 'internal' ? 'VPC' : 'internet';
  return [
    ...front.listeners.flatMap((listener) => drawListener(comesFrom(front.door, listener) ?? from, listener)),
    ...front.redirects.map(({ port, toPort }) => `  ${from} → HTTP ${port} → redirect to HTTPS ${toPort}`),
  ];
}

function comesFrom(door: DoorPlan, { port }: ListenerPlan): string | undefined {
  return door.kind === 'load-balancer' || door.listener !== port
    ? undefined
    : { 'http-api': 'HTTP API → VPC link', 'cloudfront': 'CloudFront' }[door.kind];
}

function drawRoutes({ routes, networkRoutes }: ServiceDeployment): string[] {
  if (routes.length + networkRoutes.length === 0) return ['  no listener leads to the service'];
  return [
    ...routes.map(
      ({ listener, rule, target }) =>
        `  listener ${listener} ${rule ? `${showConditions(rule)} ` : ''}→ ${drawTarget(target)}`,
    ),
    ...networkRoutes.map(
      ({ listener, protocol, target }) => `  listener ${showListener(listener, protocol)} → ${drawTarget(target)}`,
    ),
  ];
}

function drawListener(from: string, { port, protocol, action, rules }: ListenerPlan): string[] {
  return [
    ...rules.map((rule) => `  ${from} → ${protocol} ${port} ${showConditions(rule)} → ${drawAction(rule.action)}`),
    `  ${from} → ${protocol} ${port} → ${drawAction(action)}`,
  ];
}

function drawAction(action: ActionPlan): string {
  return action.kind === 'forward' ? drawTarget(action.target) : showAnswer(action);
}

function drawTarget({ hostPort, targetType, containerName, containerPort }: TargetPlan | NlbTargetPlan): string {
  const host = hostPort === 0 ? 'dynamic host port' : `host port ${hostPort}`;
  return (
    `target group (${targetType}) → ${targetType === 'ip' ? 'task address' : host} → `
    + `${containerName}:${containerPort}`
  );
}

function drawContainer({ name, image, links, essential }: ContainerPlan): string {
  const linked = links.map(({ container, alias }) => (container === alias ? container : `${container} as ${alias}`));
  const notes = [essential ? '' : 'not essential', linked.length > 0 ? `links to ${linked.join(', ')}` : ''].filter(
    (note) => note !== '',
  );
  return `  ${name}  ${image}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`;
}

/** Each decision with its reason. */
export function drawDecisions({ decisions }: Pick<Plan, 'decisions'>, palette: Palette): string[] {
  return decisions.flatMap(({ topic, choice, reason, source }) => [
    `  ${topic}: ${choice}`, `    ${palette.dim(`${reason} [${source}]`)}`,
  ]);
}
