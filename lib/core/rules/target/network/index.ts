import { TargetRule } from '../target-rule';
import { closedInstances } from './closed-instances';
import { droppedHostPort } from './dropped-host-port';
import { droppedLink } from './dropped-link';
import { hostInstanceRole } from './host-instance-role';
import { hostReservedPort } from './host-reserved-port';
import { instanceSubnets } from './instance-subnets';
import { invalidNetworkSetting } from './invalid-network-setting';
import { isolatedInstances } from './isolated-instances';
import { loadBalancerSubnets } from './load-balancer-subnets';
import { networkSettingClash } from './network-setting-clash';
import { portsWithoutNetwork } from './ports-without-network';
import { publicInstances } from './public-instances';
import { sharedPortClash } from './shared-port-clash';
import { stackZones } from './stack-zones';
import { unknownAddressRange } from './unknown-address-range';
import { unreachableGivenImage } from './unreachable-given-image';
import { unreachableImage } from './unreachable-image';
import { unservedZone } from './unserved-zone';
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
  instanceSubnets,
  loadBalancerSubnets,
  unservedZone,
  unknownAddressRange,
  stackZones,
  closedInstances,
  isolatedInstances,
];
