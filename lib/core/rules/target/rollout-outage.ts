import { Severity } from '../../finding/finding';
import { instanceRange } from '../../settings/instance-range';
import { replicaCounts } from '../../settings/replica-counts';
import { highestPercent, mostKept } from '../../settings/rollout-limits';
import { replicaRoom } from '../../settings/rollout-room';
import { TargetRule } from './target-rule';

export const rolloutOutage: TargetRule = {
  code: 'DR4076',
  name: 'rollout-outage',
  severity: Severity.WARNING,
  summary: 'A rollout keeps at least one task.',
  reason: 'Where only a minimum of 0 % is sure to finish, Amazon ECS may stop all tasks at once before it starts new ones.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    const { scheduling } = settings;
    if (scheduling?.minHealthyPercent !== undefined) return;
    const { isMinKnown } = instanceRange(settings);
    if (scheduling?.kind !== 'replicas') {
      if (isMinKnown) return;
      report(at(spec), 'minCapacity is known only at deployment and may be 1, so each rollout may stop all tasks at once.', 'Give minCapacity as a number of 2 or more.');
      return;
    }
    const { min, max } = replicaCounts(scheduling);
    const room = replicaRoom(spec, scheduling, settings);
    if (highestPercent(min, max, (count) => mostKept(count, room)) > 0) return;
    report(at(spec), 'the instances have no room for a new task, or for those of an instance that is replaced, so each rollout is an outage.',
      `Set maxCapacity to ${room.instances.max + 1} or more.`);
  },
};
