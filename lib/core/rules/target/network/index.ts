import { TargetRule } from '../target-rule';
import { droppedHostPort } from './dropped-host-port';
import { droppedLink } from './dropped-link';
import { hostInstanceRole } from './host-instance-role';
import { hostReservedPort } from './host-reserved-port';
import { invalidNetworkSetting } from './invalid-network-setting';
import { networkSettingClash } from './network-setting-clash';
import { portsWithoutNetwork } from './ports-without-network';
import { publicInstances } from './public-instances';
import { sharedPortClash } from './shared-port-clash';
import { unreachableGivenImage } from './unreachable-given-image';
import { unreachableImage } from './unreachable-image';
import { unsupportedNetworkMode } from './unsupported-network-mode';

export const networkRules: readonly TargetRule[] = [
  unsupportedNetworkMode,
  droppedLink,
  sharedPortClash,
  droppedHostPort,
  portsWithoutNetwork,
  hostInstanceRole,
  hostReservedPort,
  invalidNetworkSetting,
  networkSettingClash,
  unreachableImage,
  unreachableGivenImage,
  publicInstances,
];
