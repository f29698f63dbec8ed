import { pointerOf, Resource, Template } from '../template/cfn-template';
import { at, Json, listAt, numberAt, textAt } from '../template/json';
import { meaning } from '../template/keys';
import { Side, Update } from '../template/update';

/** Where tasks register: in a target group, or with versions that take turns in the first or the second of two. */
export interface Registration {
  readonly groups: readonly string[];
  /** The listener rule whose weights Amazon ECS moves from one group to the other. */
  readonly rule?: string;
}

export interface Service {
  readonly id: string;
  readonly thing: string;
  readonly isDaemon: boolean;
  readonly takesTurns: boolean;
  /** In percent of its tasks, what a deployment leaves running. */
  readonly minimum: number;
  readonly registrations: readonly Registration[];
}

export const SERVICE = 'AWS::ECS::Service';

/** Properties whose change starts tasks anew. */
export const STARTING = [
  'TaskDefinition', 'LoadBalancers', 'NetworkConfiguration', 'CapacityProviderStrategy', 'ServiceRegistries',
  'ServiceConnectConfiguration', 'VolumeConfigurations',
];

export function serviceOf(update: Update, side: Side, id: string): Service {
  const { properties } = update[side].get(id)!;
  const things = update.things(side);
  const registered = listAt(properties, 'LoadBalancers').filter((each) => at(each, 'TargetGroupArn') !== undefined);
  return {
    id,
    thing: things(id),
    isDaemon: properties.SchedulingStrategy === 'DAEMON',
    takesTurns: (textAt(properties, 'DeploymentConfiguration', 'Strategy') ?? 'ROLLING') !== 'ROLLING',
    minimum: numberAt(properties, 'DeploymentConfiguration', 'MinimumHealthyPercent') ?? 100,
    registrations: registered.map((each) => registrationOf(each, things)),
  };
}

function registrationOf(each: Json, things: (id: string) => string): Registration {
  const groups = [at(each, 'TargetGroupArn'), at(each, 'AdvancedConfiguration', 'AlternateTargetGroupArn')];
  const rule = at(each, 'AdvancedConfiguration', 'ProductionListenerRule');
  return {
    groups: groups.filter((group) => group !== undefined).map((group) => meaning(group, things)),
    ...rule !== undefined && { rule: meaning(rule, things) },
  };
}

/** The task definition that a service runs, where it stands in the same template. */
export function taskOf(template: Template, service: Resource | undefined): Resource | undefined {
  return template.get(pointerOf(service?.properties.TaskDefinition)?.id);
}

/** The ports of an instance that a task of a service holds. */
export function hostPortsOf(template: Template, service: Resource): number[] {
  const task = taskOf(template, service);
  const mode = textAt(task?.properties, 'NetworkMode');
  if (mode === 'awsvpc') return [];
  const mappings = listAt(task?.properties, 'ContainerDefinitions').flatMap((each) => listAt(each, 'PortMappings'));
  return mappings.map((each) => numberAt(each, mode === 'host' ? 'ContainerPort' : 'HostPort') ?? 0)
    .filter((port) => port > 0);
}
