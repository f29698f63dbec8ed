import { Severity } from '../../../finding/finding';
import { oneOf } from '../../../finding/suggest';
import { actionsOf } from '../../../settings/listeners';
import { TargetSettings } from '../../../settings/settings';
import { TargetRule } from '../target-rule';

/** The settings of a target, and the prop that each comes from. */
const TARGET_PROPS: Readonly<Partial<Record<keyof TargetSettings, string>>> = {
  instancePort: 'instancePort',
  containerName: 'containerName',
  containerPort: 'containerPort',
  healthCheck: 'healthCheck',
  deregistrationDelaySeconds: 'deregistrationDelay',
  stickinessSeconds: 'stickinessCookieDuration',
  slowStartSeconds: 'slowStart',
  targetProtocol: 'targetProtocol',
  protocolVersion: 'protocolVersion',
};

export const actionWithTarget: TargetRule = {
  code: 'DR4049',
  name: 'action-with-target',
  severity: Severity.ERROR,
  summary: 'A listener or a rule either leads to a container or answers by itself.',
  reason: 'Nothing reaches the container when the load balancer answers, so what is said about the container would be lost.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    for (const { prop, target } of actionsOf(settings)) {
      if (!target.action) continue;
      const extra = Object.entries(TARGET_PROPS).filter(([key]) => target[key as keyof TargetSettings] !== undefined).map(([, name]) => name);
      if (extra.length > 0) report(at(spec), `${prop} must have an action or lead to a container, got both.`, `Remove the action, or ${oneOf(extra, 'and')}.`);
    }
  },
};
