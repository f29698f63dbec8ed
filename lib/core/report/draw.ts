import { ContainerPlan, ListenerPlan, Plan } from '../plan/plan';
import { Palette, PLAIN } from './palette';

/** The plan as a person reads it: the way of a request, the containers, the decisions. Ends with a newline. */
export function drawPlan(plan: Plan, palette: Palette = PLAIN): string {
  return [
    palette.bold('Traffic'), ...drawFront(plan), '',
    palette.bold('Containers'), ...plan.task.containers.map(drawContainer), '',
    palette.bold('Decisions'), ...drawDecisions(plan, palette), '',
  ].join('\n');
}

function drawFront({ front }: Plan): string[] {
  if (!front) return ['  no listener: no container maps a TCP port'];
  return front.listeners.map((listener) => `  internet → ${drawListener(listener)}`);
}

function drawListener({ port, protocol, target }: ListenerPlan): string {
  const host = target.hostPort === 0 ? 'dynamic host port' : `host port ${target.hostPort}`;
  const via = target.targetType === 'ip' ? 'task address' : host;
  return `${protocol} ${port} → target group (${target.targetType}) → ${via} → ${target.containerName}:${target.containerPort}`;
}

function drawContainer({ name, image, links, essential }: ContainerPlan): string {
  const linked = links.map(({ container, alias }) => (container === alias ? container : `${container} as ${alias}`));
  const notes = [essential ? '' : 'not essential', linked.length > 0 ? `links to ${linked.join(', ')}` : ''].filter((note) => note !== '');
  return `  ${name}  ${image}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`;
}

function drawDecisions({ decisions }: Plan, palette: Palette): string[] {
  return decisions.flatMap(({ topic, choice, reason, source }) => [`  ${topic}: ${choice}`, `    ${palette.dim(`${reason} [${source}]`)}`]);
}
