import { group, listOf } from './fields/field';
import { capacityFields, launchFields } from './instances/instances';
import { frontDoorField } from './traffic/front-door';
import { listenerFields, ruleFields } from './traffic/listener';
import { loadBalancerFields } from './traffic/load-balancer';
import { allTargetFields } from './traffic/target';

/** Every prop of an environment that has a row, with those inside it. */
export const environmentFields = {
  ...capacityFields,
  ...launchFields,
  ...loadBalancerFields,
  frontDoor: frontDoorField,
  listeners: listOf(group(listenerFields)),
  /** Those of a service behind listeners that are there already. */
  rules: listOf(group(ruleFields)),
  networkRoutes: listOf(group(allTargetFields)),
};
