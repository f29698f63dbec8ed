import { listOf, reference, Template, Value } from './template';

/** Where a service registers its tasks: a group, and for versions that take turns a second one. */
export interface Registration {
  readonly group: string;
  readonly second?: string;
  /** The rule, or the listener, in which Amazon ECS moves the weights. */
  readonly rule?: string;
}

export interface Service {
  readonly id: string;
  readonly thing: string;
  readonly isDaemon: boolean;
  readonly registrations: readonly Registration[];
  /** The share of its tasks that a deployment leaves running. */
  readonly minimum: number;
  readonly shifts: boolean;
}

type Things = (id: string) => string;

export function serviceOf(template: Template, id: string, things: Things): Service {
  const { SchedulingStrategy, LoadBalancers, DeploymentConfiguration = {} } = template.get(id)!.properties;
  const { MinimumHealthyPercent = 100, Strategy = 'ROLLING' } = DeploymentConfiguration;
  const thing = (value: Value) =>
    value === undefined ? undefined : things(reference(value)?.id ?? JSON.stringify(value));
  return {
    id,
    thing: things(id),
    isDaemon: SchedulingStrategy === 'DAEMON',
    minimum: Number(MinimumHealthyPercent),
    shifts: Strategy !== 'ROLLING',
    registrations: listOf(LoadBalancers)
      .filter(({ TargetGroupArn }) => TargetGroupArn !== undefined)
      .map((each): Registration => ({
        group: thing(each.TargetGroupArn)!,
        second: thing(each.AdvancedConfiguration?.AlternateTargetGroupArn),
        rule: thing(each.AdvancedConfiguration?.ProductionListenerRule),
      })),
  };
}

/** Changes that start tasks anew. Others only tell the scheduler something. */
export const DEPLOYING = [
  'TaskDefinition',
  'LoadBalancers',
  'NetworkConfiguration',
  'CapacityProviderStrategy',
  'ServiceRegistries',
  'ServiceConnectConfiguration',
  'VolumeConfigurations',
];
