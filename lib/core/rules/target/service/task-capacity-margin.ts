import { Severity } from '../../../finding/finding';
import { instanceRange } from '../../../settings/instances/instance-range';
import { taskSlots } from '../../../settings/instances/task-slots';
import { neededPlaces } from '../../../settings/service/replica-counts';
import { counted } from '../counts';
import { TargetRule } from '../target-rule';

export const taskCapacityMargin: TargetRule = {
  code: 'DR4078',
  name: 'task-capacity-margin',
  severity: Severity.WARNING,
  summary: 'The instances there may be surely hold all replicas there may be.',
  reason:
    'An instance registers less memory than its type has, and gives tasks more network interfaces only where '
    + 'awsvpcTrunking is on; a task without room waits for ever.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const needed = neededPlaces(settings);
    const instances = instanceRange(settings);
    if (needed === undefined || !instances.isMaxKnown) return;
    const { surely, atMost } = taskSlots(spec, settings);
    if (surely === 0 || needed > instances.max * atMost || needed <= instances.max * surely) return;
    report(
      at(spec),
      `${counted(needed, 'task')} may not fit on ${counted(instances.max, 'instance')}, each of which surely holds `
        + `${surely} and at most ${atMost}.`,
      `Set maxCapacity to ${Math.ceil(needed / surely)} or more to be sure.`, ['maxCapacity'],
    );
  },
};
