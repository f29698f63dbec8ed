import { TargetRule } from '../target-rule';
import { blindReplacement } from './blind-replacement';
import { blockingCommand } from './blocking-command';
import { imageArchitecture } from './image-architecture';
import { imageLimits } from './image-limits';
import { imageWithoutDnf } from './image-without-dnf';
import { instanceCpu } from './instance-cpu';
import { instanceGpus } from './instance-gpus';
import { instanceMemory } from './instance-memory';
import { instanceMemoryMargin } from './instance-memory-margin';
import { instanceNetworkInterfaces } from './instance-network-interfaces';
import { interfaceTrunking } from './interface-trunking';
import { invalidLaunchSetting } from './invalid-launch-setting';
import { invalidSetting } from './invalid-setting';
import { mixedArchitectures } from './mixed-architectures';
import { singleInstance } from './single-instance';
import { tinyInstance } from './tiny-instance';
import { userDataSize } from './user-data-size';

export const instanceRules: readonly TargetRule[] = [
  invalidSetting,
  singleInstance,
  instanceMemory,
  instanceMemoryMargin,
  instanceCpu,
  instanceNetworkInterfaces,
  interfaceTrunking,
  instanceGpus,
  imageArchitecture,
  invalidLaunchSetting,
  mixedArchitectures,
  imageLimits,
  blindReplacement,
  userDataSize,
  tinyInstance,
  imageWithoutDnf,
  blockingCommand,
];
