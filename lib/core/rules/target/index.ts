import { ambiguousListener } from './ambiguous-listener';
import { awsvpcHostPort } from './awsvpc-host-port';
import { awsvpcLinks } from './awsvpc-links';
import { awsvpcPortClash } from './awsvpc-port-clash';
import { awsvpcUnsupported } from './awsvpc-unsupported';
import { bundleVolume } from './bundle-volume';
import { duplicateListener } from './duplicate-listener';
import { invalidSetting } from './invalid-setting';
import { singleInstance } from './single-instance';
import { invalidTargetSetting } from './invalid-target-setting';
import { missingCertificate } from './missing-certificate';
import { ruleConditions } from './rule-conditions';
import { rulePriorityClash } from './rule-priority-clash';
import { targetGroupLimit } from './target-group-limit';
import { TargetRule } from './target-rule';
import { taskRole } from './task-role';
import { unmappedListener } from './unmapped-listener';
import { unsupportedNetworkMode } from './unsupported-network-mode';

/** The rules about native ECS, in the order of their codes. */
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
  awsvpcLinks,
  awsvpcPortClash,
  awsvpcUnsupported,
  awsvpcHostPort,
  missingCertificate,
  ruleConditions,
  rulePriorityClash,
  invalidTargetSetting,
];
