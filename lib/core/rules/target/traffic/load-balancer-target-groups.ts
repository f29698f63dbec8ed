import { Severity } from '../../../finding/finding';
import { hasSecondGroups } from '../../../settings/service/scheduling';
import { countGroups, targetsOf } from '../../../settings/traffic/listeners';
import { isNetwork } from '../../../settings/traffic/protocols';
import { TargetRule } from '../target-rule';

const MAX_TARGET_GROUPS = 100;

export const loadBalancerTargetGroups: TargetRule = {
  code: 'DR4059',
  name: 'load-balancer-target-groups',
  severity: Severity.ERROR,
  summary: 'A load balancer has at most 100 target groups, those of all services counted.',
  reason: 'The load balancer refuses more, and AWS does not raise this quota.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  fields: [],
  concerns: 'service',
  check(spec, { listeners = [], rules, neighbors = [], scheduling }, { at, report }) {
    const targets = targetsOf({ listeners: listeners.filter((listener) => !isNetwork(listener)), rules });
    const own = hasSecondGroups(scheduling) ? 2 * targets.length : countGroups(targets);
    const others = neighbors.reduce((sum, { targetGroups = 0 }) => sum + targetGroups, 0);
    if (own === 0 || own + others <= MAX_TARGET_GROUPS) return;
    report(
      at(spec),
      `The load balancer must lead to at most ${MAX_TARGET_GROUPS} target groups, got ${own + others}, of which `
        + `${others} are of other services.`,
      'Put the service into an environment of its own.', ['listeners', 'rules'],
    );
  },
};
