import { TargetRule } from '../../target-rule';
import { actionWithTarget } from './action-with-target';
import { ambiguousListener } from './ambiguous-listener';
import { applicationSetting } from './application-setting';
import { duplicateListener } from './duplicate-listener';
import { dynamicHostPort } from './dynamic-host-port';
import { healthCheckPort } from './health-check-port';
import { healthCheckTimeout } from './health-check-timeout';
import { invalidCidr } from './invalid-cidr';
import { invalidHealthCheck } from './invalid-health-check';
import { listenerProtocol } from './listener-protocol';
import { listenerRuleQuota } from './listener-rule-quota';
import { missingCertificate } from './missing-certificate';
import { neighborRuleClash } from './neighbor-rule-clash';
import { networkListenerSetting } from './network-listener-setting';
import { networkRouteListener } from './network-route-listener';
import { openToSome } from './open-to-some';
import { protocolVersion } from './protocol-version';
import { redirectLoop } from './redirect-loop';
import { redirectWithoutCertificate } from './redirect-without-certificate';
import { repeatedTargetPort } from './repeated-target-port';
import { ruleConditions } from './rule-conditions';
import { rulePriorityClash } from './rule-priority-clash';
import { targetGroupLimit } from './target-group-limit';
import { udpHealthCheck } from './udp-health-check';
import { unknownListener } from './unknown-listener';
import { unmappedListener } from './unmapped-listener';
import { widenedCidr } from './widened-cidr';

export const listenerRules: readonly TargetRule[] = [
  ambiguousListener,
  unmappedListener,
  duplicateListener,
  targetGroupLimit,
  missingCertificate,
  ruleConditions,
  rulePriorityClash,
  healthCheckTimeout,
  healthCheckPort,
  protocolVersion,
  redirectLoop,
  actionWithTarget,
  invalidCidr,
  widenedCidr,
  openToSome,
  invalidHealthCheck,
  redirectWithoutCertificate,
  dynamicHostPort,
  listenerRuleQuota,
  neighborRuleClash,
  unknownListener,
  listenerProtocol,
  networkListenerSetting,
  applicationSetting,
  udpHealthCheck,
  networkRouteListener,
  repeatedTargetPort,
];
