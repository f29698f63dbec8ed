import { Severity } from '../../../finding/finding';
import { known } from '../../../settings/setting';
import { targetsOf } from '../../../settings/traffic/listeners';
import { TargetContext, TargetRule } from '../target-rule';

const REASON = 'Elastic Load Balancing refuses the second one, which CloudFormation would notice only at deployment.';

export const takenLoadBalancerName: TargetRule = {
  code: 'DR4088',
  name: 'taken-load-balancer-name',
  severity: Severity.ERROR,
  summary: 'No other load balancer of the app has the same name in the same account and region.',
  reason: REASON,
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { loadBalancerName, facts: { loadBalancerNames: owners = {} } = {} }, { at, report }) {
    const problem = problemOf('loadBalancerName', known(loadBalancerName), new Map(Object.entries(owners)));
    if (problem) report(at(spec), ...problem);
  },
};

export const takenTargetGroupName: TargetRule = {
  code: 'DR4129',
  name: 'taken-target-group-name',
  severity: Severity.ERROR,
  summary: 'No two target groups of the app have the same name in the same account and region.',
  reason: REASON,
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { targetGroupNames: owners = {} } = settings.facts ?? {};
    const taken = new Map(Object.entries(owners));
    for (const { prop, target: { targetGroupName: name } } of targetsOf(settings)) {
      const problem = problemOf(`${prop}.targetGroupName`, name, taken);
      if (problem) report(at(spec), ...problem);
      if (name !== undefined && !taken.has(name)) taken.set(name, prop);
    }
  },
};

type Told = Parameters<TargetContext['report']> extends [unknown, ...infer Rest] ? Rest : never;

function problemOf(prop: string, name: string | undefined, owners: ReadonlyMap<string, string>): Told | undefined {
  const owner = name === undefined ? undefined : owners.get(name);
  if (owner === undefined) return undefined;
  return [
    `${prop} must be used once in an account and region, got "${name}", which ${owner} has already.`,
    'Give it another name, or none.',
    [prop],
  ];
}
