import { Severity } from '../../../finding/finding';
import { hasSecondGroups } from '../../../settings/service/scheduling';
import { TargetRule } from '../target-rule';

export const splitRequestCount: TargetRule = {
  code: 'DR4085',
  name: 'split-request-count',
  severity: Severity.ERROR,
  summary: 'Requests do not scale tasks where versions take turns in two target groups.',
  reason:
    'The figure is that of one target group, and after every other deployment the other one has the requests: all '
    + 'tasks but the fewest would stop.',
  link: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, { scheduling }, { at, report }) {
    if (scheduling?.kind !== 'replicas' || !hasSecondGroups(scheduling)) return;
    const { requestsPerTarget } = scheduling;
    if (requestsPerTarget === undefined) return;
    report(
      at(spec),
      `scheduling.requestsPerTarget must be left out with two target groups for each route, got ${requestsPerTarget}.`,
      'Scale on the CPU, or use RolloutStrategy.rolling().', ['scheduling.requestsPerTarget'],
    );
  },
};
