import { OnePerInstanceSettings, ReplicaSettings } from '../../core/settings/service/scheduling';
import {
  ServiceScalingSettings, StepScalingSettings, TargetTrackingSettings,
} from '../../core/settings/service/service-scaling';
import { TriggerSettings } from '../../core/settings/service/trigger';
import { ReplicaOptions, TaskScalingStep } from '../../ecs/replica-props';
import { InstanceTrigger, OnePerInstanceOptions } from '../../ecs/scheduling-props';
import { plain, plainSeconds } from './tokens';

/** Options of one task per instance without CDK objects. */
export function onePerInstanceSettings({
  triggers, schedules, cooldown, ...options
}: OnePerInstanceOptions): OnePerInstanceSettings {
  return {
    kind: 'one-per-instance',
    minHealthyPercent: plain('scheduling.minHealthyPercent', options.minHealthyPercent),
    deploymentAlarms: options.deploymentAlarms?.length,
    healthCheckGraceSeconds: plainSeconds('scheduling.healthCheckGracePeriod', options.healthCheckGracePeriod),
    triggers: triggers?.map(triggerSettings),
    schedules: schedules?.map((schedule) => ({ ...schedule })),
    cooldownSeconds: plainSeconds('scheduling.cooldown', cooldown),
  };
}

function triggerSettings({ period, ...trigger }: InstanceTrigger, index: number): TriggerSettings {
  const minutes = period && plain(`scheduling.triggers[${index}].period`, period.toMinutes({ integral: false }));
  return { ...trigger, periodMinutes: minutes };
}

/** Options of replicas without CDK objects. */
export function replicaSettings(options: ReplicaOptions): ReplicaSettings {
  const { desired, min, max, minHealthyPercent, maxHealthyPercent, availabilityZoneRebalancing } = options;
  for (const [name, value] of Object.entries({ desired, min, max, minHealthyPercent, maxHealthyPercent })) {plain(`scheduling.${name}`, value);}
  return {
    kind: 'replicas',
    desired, min, max, minHealthyPercent, maxHealthyPercent, availabilityZoneRebalancing,
    deploymentAlarms: options.deploymentAlarms?.length,
    healthCheckGraceSeconds: plainSeconds('scheduling.healthCheckGracePeriod', options.healthCheckGracePeriod),
    strategy: options.strategy?._settings(),
    scaling: scalingSettings(options),
  };
}

function scalingSettings(options: ReplicaOptions): ServiceScalingSettings {
  const cooldown = plainSeconds('scheduling.scalingCooldown', options.scalingCooldown);
  const target = (metric: TargetTrackingSettings['metric'], value: number | undefined): TargetTrackingSettings[] =>
    value === undefined
      ? []
      : [{ metric, target: value, scaleInCooldownSeconds: cooldown, scaleOutCooldownSeconds: cooldown }];
  return {
    targets: [
      ...target('cpu', options.targetCpuPercent), ...target('memory', options.targetMemoryPercent),
      ...target('requests', options.requestsPerTarget),
    ],
    steps: options.steps?.map(stepSettings),
    schedules: options.schedules?.map((schedule) => ({ ...schedule })),
  };
}

function stepSettings({ period, cooldown, ...step }: TaskScalingStep, index: number): StepScalingSettings {
  const prop = `scheduling.steps[${index}]`;
  return {
    ...step,
    periodSeconds: plainSeconds(`${prop}.period`, period),
    cooldownSeconds: plainSeconds(`${prop}.cooldown`, cooldown),
  };
}
