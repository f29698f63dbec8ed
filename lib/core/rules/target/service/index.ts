import { TargetRule } from '../target-rule';
import { deploymentStrategy } from './deployment-strategy';
import { healthCheckGrace } from './health-check-grace';
import { idleStrategySetting } from './idle-strategy-setting';
import { invalidScaling } from './invalid-scaling';
import { invalidScheduling } from './invalid-scheduling';
import { measureWithoutLoadBalancer } from './measure-without-load-balancer';
import { neighborPortClash } from './neighbor-port-clash';
import { otherScheduling } from './other-scheduling';
import { rolloutOutage } from './rollout-outage';
import { sharedCapacity } from './shared-capacity';
import { sharedCapacityMargin } from './shared-capacity-margin';
import { splitRequestCount } from './split-request-count';
import { stalledRollout } from './stalled-rollout';
import { stickyShift } from './sticky-shift';
import { taskCapacity } from './task-capacity';
import { taskCapacityMargin } from './task-capacity-margin';
import { unmeasuredCpu } from './unmeasured-cpu';
import { unwatchedDeployment } from './unwatched-deployment';
import { zoneRebalancing } from './zone-rebalancing';

export const schedulingRules: readonly TargetRule[] = [
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
  sharedCapacity,
  sharedCapacityMargin,
  stickyShift,
  splitRequestCount,
  unwatchedDeployment,
  idleStrategySetting,
  unmeasuredCpu,
  healthCheckGrace,
];
