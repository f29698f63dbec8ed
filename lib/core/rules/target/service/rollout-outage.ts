import { Severity } from '../../../finding/finding';
import { capacityBounds, instanceRange } from '../../../settings/instances/instance-range';
import { countRange } from '../../../settings/service/replica-counts';
import { highestPercent, mostKept } from '../../../settings/service/rollout-limits';
import { replicaRoom } from '../../../settings/service/rollout-room';
import { EnvironmentSettings } from '../../../settings/settings';
import { counted } from '../counts';
import { TargetRule } from '../target-rule';

export const rolloutOutage: TargetRule = {
  code: 'DR4076',
  name: 'rollout-outage',
  severity: Severity.WARNING,
  summary: 'A rollout keeps at least one task.',
  reason:
    'Where only a minimum of 0 % is sure to finish, Amazon ECS may stop all tasks at once before it starts new ones.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { scheduling } = settings;
    if (scheduling?.minHealthyPercent !== undefined) return;
    if (scheduling?.kind !== 'replicas') {
      const few = tooFewInstances(settings);
      if (!few) return;
      const [prop, why, hint] = few;
      report(at(spec), `${prop} ${why}, so each rollout may stop all tasks at once.`, hint, [prop]);
      return;
    }
    const { min, max } = countRange(scheduling);
    const room = replicaRoom(spec, scheduling, settings);
    if (highestPercent(min, max, (count) => mostKept(count, room)) > 0) return;
    report(
      at(spec),
      'the instances have no room for a new task, or for those of an instance that is replaced, so each rollout is '
        + 'an outage.',
      `Set maxCapacity to ${room.instances.max + 1} or more.`, ['maxCapacity'],
    );
  },
};

/** Why daemons may be alone, where `single-instance` does not say so already. */
function tooFewInstances(settings: EnvironmentSettings): [prop: string, why: string, hint: string] | undefined {
  const { min, isMinKnown } = instanceRange(settings);
  if (!isMinKnown) {
    return ['minCapacity', 'is known only at deployment and may be 1', 'Give minCapacity as a number of 2 or more.'];
  }
  if (min > 1 || capacityBounds(settings).min <= 1) return undefined;
  return ['scheduling.schedules', `leave ${counted(min, 'instance')} at times`, 'Leave 2 or more at all times.'];
}
