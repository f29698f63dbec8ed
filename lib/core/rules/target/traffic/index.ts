import { TargetRule } from '../target-rule';
import { accessLogsBucket } from './access-logs-bucket';
import { accessLogsPolicy } from './access-logs-policy';
import { distributionCertificate } from './distribution-certificate';
import { domainOutsideZone } from './domain-outside-zone';
import { dualStackNetwork } from './dual-stack-network';
import { frontDoorListener } from './front-door-listener';
import { frontDoorScheme } from './front-door-scheme';
import { frontDoorTarget } from './front-door-target';
import { incompleteDomain } from './incomplete-domain';
import { invalidFrontDoorSetting } from './invalid-front-door-setting';
import { loadBalancerQuota } from './load-balancer-quota';
import { loadBalancerTargetGroups } from './load-balancer-target-groups';
import { networkAddresses } from './network-addresses';
import { originCertificate } from './origin-certificate';
import { originPrefixList } from './origin-prefix-list';
import { takenLoadBalancerName, takenTargetGroupName } from './taken-name';
import { unencryptedOrigin } from './unencrypted-origin';

export const frontRules: readonly TargetRule[] = [
  accessLogsBucket,
  accessLogsPolicy,
  dualStackNetwork,
  loadBalancerQuota,
  loadBalancerTargetGroups,
  incompleteDomain,
  domainOutsideZone,
  frontDoorTarget,
  frontDoorScheme,
  frontDoorListener,
  invalidFrontDoorSetting,
  distributionCertificate,
  originCertificate,
  unencryptedOrigin,
  networkAddresses,
  originPrefixList,
  takenLoadBalancerName,
  takenTargetGroupName,
];
