import { accessLogsBucket } from './access-logs-bucket';
import { accessLogsPolicy } from './access-logs-policy';
import { actionWithTarget } from './action-with-target';
import { alarmWithoutMeasure } from './alarm-without-measure';
import { ambiguousListener } from './ambiguous-listener';
import { applicationSetting } from './application-setting';
import { beanstalkAction } from './beanstalk-action';
import { beanstalkConsumer } from './beanstalk-consumer';
import { beanstalkDeployment } from './beanstalk-deployment';
import { beanstalkHostPort } from './beanstalk-host-port';
import { beanstalkListener } from './beanstalk-listener';
import { beanstalkLogRetention } from './beanstalk-log-retention';
import { beanstalkNetworkListener } from './beanstalk-network-listener';
import { beanstalkNetworkMode } from './beanstalk-network-mode';
import { beanstalkNotification } from './beanstalk-notification';
import { beanstalkProp } from './beanstalk-prop';
import { beanstalkRange } from './beanstalk-range';
import { beanstalkRetired } from './beanstalk-retired';
import { beanstalkRuleConditions } from './beanstalk-rule-conditions';
import { beanstalkScheduling } from './beanstalk-scheduling';
import { beanstalkSecret } from './beanstalk-secret';
import { beanstalkSharedLoadBalancer } from './beanstalk-shared-load-balancer';
import { beanstalkSingleInstance } from './beanstalk-single-instance';
import { beanstalkSpot } from './beanstalk-spot';
import { beanstalkTargetSetting } from './beanstalk-target-setting';
import { beanstalkVersion } from './beanstalk-version';
import { beanstalkWorker } from './beanstalk-worker';
import { blindReplacement } from './blind-replacement';
import { bundleImage } from './bundle-image';
import { bundleVolume } from './bundle-volume';
import { deploymentStrategy } from './deployment-strategy';
import { distributionCertificate } from './distribution-certificate';
import { domainOutsideZone } from './domain-outside-zone';
import { droppedHostPort } from './dropped-host-port';
import { droppedLink } from './dropped-link';
import { dualStackNetwork } from './dual-stack-network';
import { duplicateListener } from './duplicate-listener';
import { dynamicHostPort } from './dynamic-host-port';
import { environmentFile } from './environment-file';
import { environmentPropertyName } from './environment-property-name';
import { frontDoorListener } from './front-door-listener';
import { frontDoorScheme } from './front-door-scheme';
import { frontDoorTarget } from './front-door-target';
import { healthCheckPort } from './health-check-port';
import { hostInstanceRole } from './host-instance-role';
import { hostReservedPort } from './host-reserved-port';
import { idleStrategySetting } from './idle-strategy-setting';
import { imageArchitecture } from './image-architecture';
import { imageLimits } from './image-limits';
import { incompleteDomain } from './incomplete-domain';
import { instanceCpu } from './instance-cpu';
import { instanceGpus } from './instance-gpus';
import { instanceMemory } from './instance-memory';
import { instanceMemoryMargin } from './instance-memory-margin';
import { instanceNetworkInterfaces } from './instance-network-interfaces';
import { interfaceTrunking } from './interface-trunking';
import { invalidAction } from './invalid-action';
import { invalidAlarm } from './invalid-alarm';
import { invalidBeanstalkSetting } from './invalid-beanstalk-setting';
import { invalidCidr } from './invalid-cidr';
import { invalidDomainName } from './invalid-domain-name';
import { invalidFrontDoorSetting } from './invalid-front-door-setting';
import { invalidHealthCheck } from './invalid-health-check';
import { invalidLaunchSetting } from './invalid-launch-setting';
import { invalidLoadBalancerSetting } from './invalid-load-balancer-setting';
import { invalidNetworkSetting } from './invalid-network-setting';
import { invalidScaling } from './invalid-scaling';
import { invalidScheduling } from './invalid-scheduling';
import { invalidSetting } from './invalid-setting';
import { invalidTargetSetting } from './invalid-target-setting';
import { invalidVolume } from './invalid-volume';
import { invalidWorkerSetting } from './invalid-worker-setting';
import { leftOutAlarm } from './left-out-alarm';
import { listenerProtocol } from './listener-protocol';
import { listenerRuleQuota } from './listener-rule-quota';
import { loadBalancerQuota } from './load-balancer-quota';
import { loadBalancerTargetGroups } from './load-balancer-target-groups';
import { logGroupSetting } from './log-group-setting';
import { lostCredentials } from './lost-credentials';
import { measureWithoutLoadBalancer } from './measure-without-load-balancer';
import { missingBundlePath } from './missing-bundle-path';
import { missingCertificate } from './missing-certificate';
import { mixedArchitectures } from './mixed-architectures';
import { neighborPortClash } from './neighbor-port-clash';
import { neighborRuleClash } from './neighbor-rule-clash';
import { networkAddresses } from './network-addresses';
import { networkListenerSetting } from './network-listener-setting';
import { networkRouteListener } from './network-route-listener';
import { networkSettingClash } from './network-setting-clash';
import { openToSome } from './open-to-some';
import { orderedQueue } from './ordered-queue';
import { originCertificate } from './origin-certificate';
import { otherScheduling } from './other-scheduling';
import { periodicTask } from './periodic-task';
import { portsWithoutNetwork } from './ports-without-network';
import { protocolVersion } from './protocol-version';
import { publicInstances } from './public-instances';
import { redirectLoop } from './redirect-loop';
import { redirectWithoutCertificate } from './redirect-without-certificate';
import { repeatedTargetPort } from './repeated-target-port';
import { replacedVolumeData } from './replaced-volume-data';
import { resourceName } from './resource-name';
import { rolloutOutage } from './rollout-outage';
import { ruleConditions } from './rule-conditions';
import { rulePriorityClash } from './rule-priority-clash';
import { saidTwice } from './said-twice';
import { secretName } from './secret-name';
import { sharedCapacity } from './shared-capacity';
import { sharedCapacityMargin } from './shared-capacity-margin';
import { sharedPortClash } from './shared-port-clash';
import { singleInstance } from './single-instance';
import { splitRequestCount } from './split-request-count';
import { stalledRollout } from './stalled-rollout';
import { stickyShift } from './sticky-shift';
import { targetGroupLimit } from './target-group-limit';
import { TargetRule } from './target-rule';
import { taskCapacity } from './task-capacity';
import { taskCapacityMargin } from './task-capacity-margin';
import { taskRole } from './task-role';
import { tcpIdleTimeout } from './tcp-idle-timeout';
import { udpHealthCheck } from './udp-health-check';
import { unencryptedOrigin } from './unencrypted-origin';
import { unknownContainer } from './unknown-container';
import { unknownListener } from './unknown-listener';
import { unknownVolume } from './unknown-volume';
import { unmappedListener } from './unmapped-listener';
import { unreachableImage } from './unreachable-image';
import { unsupportedNetworkMode } from './unsupported-network-mode';
import { unsupportedParameter } from './unsupported-parameter';
import { unusedCron } from './unused-cron';
import { unwatchedDeployment } from './unwatched-deployment';
import { webAclScope } from './web-acl-scope';
import { widenedCidr } from './widened-cidr';
import { workPortChoice } from './work-port-choice';
import { workerListeners } from './worker-listeners';
import { zoneRebalancing } from './zone-rebalancing';

/** The rules about a target, in the order of their codes. */
export const TARGET_RULES: readonly TargetRule[] = [
  ambiguousListener,
  unmappedListener,
  duplicateListener,
  invalidSetting,
  singleInstance,
  bundleVolume,
  taskRole,
  unsupportedNetworkMode,
  targetGroupLimit,
  droppedLink,
  sharedPortClash,
  unsupportedParameter,
  droppedHostPort,
  portsWithoutNetwork,
  hostInstanceRole,
  hostReservedPort,
  missingCertificate,
  ruleConditions,
  rulePriorityClash,
  invalidTargetSetting,
  invalidNetworkSetting,
  networkSettingClash,
  unreachableImage,
  publicInstances,
  invalidLoadBalancerSetting,
  accessLogsBucket,
  accessLogsPolicy,
  webAclScope,
  dualStackNetwork,
  healthCheckPort,
  protocolVersion,
  invalidAction,
  redirectLoop,
  actionWithTarget,
  environmentPropertyName,
  invalidCidr,
  widenedCidr,
  openToSome,
  invalidHealthCheck,
  redirectWithoutCertificate,
  dynamicHostPort,
  loadBalancerQuota,
  listenerRuleQuota,
  loadBalancerTargetGroups,
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
  invalidScheduling,
  invalidScaling,
  stalledRollout,
  taskCapacity,
  zoneRebalancing,
  deploymentStrategy,
  rolloutOutage,
  measureWithoutLoadBalancer,
  taskCapacityMargin,
  otherScheduling,
  neighborPortClash,
  neighborRuleClash,
  unknownListener,
  sharedCapacity,
  sharedCapacityMargin,
  resourceName,
  stickyShift,
  splitRequestCount,
  unwatchedDeployment,
  idleStrategySetting,
  incompleteDomain,
  domainOutsideZone,
  invalidDomainName,
  frontDoorTarget,
  frontDoorScheme,
  frontDoorListener,
  invalidFrontDoorSetting,
  distributionCertificate,
  originCertificate,
  unencryptedOrigin,
  listenerProtocol,
  networkListenerSetting,
  applicationSetting,
  networkAddresses,
  udpHealthCheck,
  networkRouteListener,
  repeatedTargetPort,
  tcpIdleTimeout,
  workerListeners,
  invalidWorkerSetting,
  periodicTask,
  workPortChoice,
  unusedCron,
  orderedQueue,
  environmentFile,
  missingBundlePath,
  unknownVolume,
  bundleImage,
  blindReplacement,
  invalidVolume,
  replacedVolumeData,
  unknownContainer,
  saidTwice,
  secretName,
  lostCredentials,
  logGroupSetting,
  invalidAlarm,
  alarmWithoutMeasure,
  leftOutAlarm,
  beanstalkNetworkMode,
  beanstalkHostPort,
  beanstalkProp,
  beanstalkScheduling,
  beanstalkListener,
  beanstalkTargetSetting,
  beanstalkAction,
  beanstalkRange,
  beanstalkSpot,
  beanstalkRuleConditions,
  invalidBeanstalkSetting,
  beanstalkVersion,
  beanstalkSingleInstance,
  beanstalkWorker,
  beanstalkConsumer,
  beanstalkNetworkListener,
  beanstalkSharedLoadBalancer,
  beanstalkDeployment,
  beanstalkSecret,
  beanstalkNotification,
  beanstalkRetired,
  beanstalkLogRetention,
];
