import { table } from '../../finding/table';
import { pointerOf, Resource, Template } from '../template/cfn-template';
import { at, Json, JsonObject, listAt, numberAt, textAt } from '../template/json';
import { Roll } from '../traffic/instances';

/** How the tasks of a service are exchanged, and how long the old ones serve. */
export function tasksRoll(template: Template, { properties }: Resource): string {
  return [exchange(properties), drain(template, properties)].filter((sentence) => sentence !== '').join(' ');
}

/** How requests move to the next version. */
const SHIFTS = table<string>({
  CANARY: 'first a share of the requests, then all', LINEAR: 'the requests in equal steps',
});

function exchange(properties: JsonObject): string {
  const deployment = properties.DeploymentConfiguration;
  const strategy = textAt(deployment, 'Strategy') ?? 'ROLLING';
  const minimum = numberAt(deployment, 'MinimumHealthyPercent') ?? 100;
  if (strategy !== 'ROLLING') {
    const bake = numberAt(deployment, 'BakeTimeInMinutes') ?? 0;
    const shift = SHIFTS[strategy];
    return `New tasks start beside the old ones and get ${shift ?? 'all requests at once'}; the old ones stay until `
      + `${bake === 0 ? 'they have all' : `${bake} ${bake === 1 ? 'minute' : 'minutes'} after that`}.`;
  }
  if (minimum === 0) return 'Amazon ECS may stop all tasks before it starts new ones.';
  if (properties.SchedulingStrategy === 'DAEMON' || (numberAt(deployment, 'MaximumPercent') ?? 200) <= 100) {
    return `Amazon ECS stops old tasks and starts new ones in their place; ${minimum} % of them serve all the time.`;
  }
  return minimum === 100
    ? 'New tasks start first; an old one serves until a new one is healthy.'
    : `New tasks start beside the old ones; ${minimum} % of them serve all the time.`;
}

function drain(template: Template, properties: JsonObject): string {
  const [group] = listAt(properties, 'LoadBalancers').flatMap((each) => groupOf(template, at(each, 'TargetGroupArn')));
  if (!group) return '';
  const delay = listAt(group.properties, 'TargetGroupAttributes')
    .find((attribute) => at(attribute, 'Key') === 'deregistration_delay.timeout_seconds');
  return `A task that leaves gets ${textAt(delay, 'Value') ?? '300'} s to finish its requests.`;
}

function groupOf(template: Template, arn: Json | undefined): Resource[] {
  const found = template.get(pointerOf(arn)?.id);
  return found ? [found] : [];
}

/** How instances are exchanged. */
export function instancesRoll({ minimum, batch, waits }: Roll): string {
  if (minimum === 0) return 'The instances are stopped before new ones serve.';
  const pace = batch === 1 ? 'one at a time' : `${batch} at a time`;
  const next = waits ? ', the next one when the new one has signaled that it is ready' : '';
  const stay = `${minimum} ${minimum === 1 ? 'stays' : 'stay'} in service all the time`;
  return `Instances are replaced ${pace}${next}; ${stay}.`;
}

/** From which a new task counts as healthy, as far as the template says. */
export function healthyAfter(group: Resource | undefined): string {
  const interval = numberAt(group?.properties, 'HealthCheckIntervalSeconds') ?? 30;
  const checks = numberAt(group?.properties, 'HealthyThresholdCount') ?? 5;
  return `its start and ${checks} checks, one each ${interval} s`;
}
