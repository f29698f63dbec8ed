import { CapacitySettings } from '../../core/plan/capacity';
import { EcsCapacityProps } from '../capacity-props';
import { settingOf } from './tokens';

/** What the plan may know of the instances. */
export function capacitySettings({ instanceType, minCapacity, maxCapacity }: EcsCapacityProps): CapacitySettings {
  return {
    instanceType: instanceType && settingOf('instanceType', instanceType.toString()),
    minCapacity: minCapacity === undefined ? undefined : settingOf('minCapacity', minCapacity),
    maxCapacity: maxCapacity === undefined ? undefined : settingOf('maxCapacity', maxCapacity),
  };
}
