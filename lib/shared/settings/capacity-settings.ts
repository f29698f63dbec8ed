import {
  capacityFields, CapacitySettings, launchFields, LaunchSettings,
} from '../../core/settings/instances/instances';
import { EcsCapacityProps } from '../../ecs/capacity-props';
import { settingsOf } from './settings-of';

/** What the plan may know of the instances. */
export function capacitySettings(props: EcsCapacityProps): CapacitySettings & LaunchSettings {
  return {
    ...settingsOf(capacityFields, props),
    ...settingsOf(launchFields, props),
    machineImage: props.machineImage?._name(),
    instancePolicy: props.instancePolicy?._name,
  };
}
