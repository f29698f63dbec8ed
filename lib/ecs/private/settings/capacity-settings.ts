import { SizeRoundingBehavior } from 'aws-cdk-lib/core';
import { CapacitySettings } from '../../../core/plan/capacity';
import { LaunchSettings } from '../../../core/settings/launch';
import { Setting } from '../../../core/settings/settings';
import { EcsCapacityProps } from '../../capacity-props';
import { plain, settingOf } from './tokens';

/** What the plan may know of the instances. */
export function capacitySettings(props: EcsCapacityProps): CapacitySettings {
  const { instanceType } = props;
  return {
    instanceType: instanceType && settingOf('instanceType', instanceType.toString()),
    minCapacity: optional('minCapacity', props.minCapacity),
    maxCapacity: optional('maxCapacity', props.maxCapacity),
    ...launchSettings(props),
  };
}

function launchSettings(props: EcsCapacityProps): LaunchSettings {
  return {
    alternativeInstanceTypes: props.alternativeInstanceTypes?.map((type, index) => plain(`alternativeInstanceTypes[${index}]`, type.toString())),
    onDemandBaseCapacity: optional('onDemandBaseCapacity', props.onDemandBaseCapacity),
    onDemandPercentageAboveBaseCapacity: optional('onDemandPercentageAboveBaseCapacity', props.onDemandPercentageAboveBaseCapacity),
    machineImage: props.machineImage?._name(),
    rootVolumeGiB: optional('rootVolumeSize', props.rootVolumeSize?.toGibibytes({ rounding: SizeRoundingBehavior.NONE })),
    userDataCommands: props.userDataCommands && plain('userDataCommands', props.userDataCommands.length),
    keyPair: props.keyPair && true,
    imdsHopLimit: optional('imdsHopLimit', props.imdsHopLimit),
    instanceSecurityGroups: props.instanceSecurityGroups?.length,
    maxInstanceLifetimeSeconds: optional('maxInstanceLifetime', props.maxInstanceLifetime?.toSeconds()),
    instanceWarmupSeconds: optional('defaultInstanceWarmup', props.defaultInstanceWarmup?.toSeconds()),
    detailedMonitoring: props.detailedMonitoring,
    containerInsights: props.containerInsights,
    instancePolicy: props.instancePolicy?._name,
  };
}

function optional<T>(prop: string, value: T | undefined): Setting<T> | undefined {
  return value === undefined ? undefined : settingOf(prop, value);
}
