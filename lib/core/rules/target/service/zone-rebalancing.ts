import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const zoneRebalancing: TargetRule = {
  code: 'DR4074',
  name: 'zone-rebalancing',
  severity: Severity.ERROR,
  summary: 'Availability Zone rebalancing is on only for replicas that may exceed 100 %.',
  reason:
    'Amazon ECS moves a task by starting another one first; it refuses the setting for daemons and for a maximum of '
    + '100 %.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, { scheduling }, { at, report }) {
    if (scheduling?.kind !== 'replicas' || scheduling.maxHealthyPercent !== 100) return;
    if (scheduling.availabilityZoneRebalancing !== true) return;
    report(
      at(spec), 'scheduling.availabilityZoneRebalancing must be off with a maxHealthyPercent of 100, got true.',
      'Leave maxHealthyPercent out, or leave this out.', ['scheduling.availabilityZoneRebalancing'],
    );
  },
};
