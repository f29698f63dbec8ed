import { Severity } from '../../../finding/finding';
import { sharedRooms } from '../../../settings/instances/shared-room';
import { counted } from '../counts';
import { TargetRule } from '../target-rule';
import { amountOf, moreInstances, theOthers } from './shared-wording';

export const sharedCapacityMargin: TargetRule = {
  code: 'DR4117',
  name: 'shared-capacity-margin',
  severity: Severity.WARNING,
  summary: 'The instances there may be surely have what the tasks of all services reserve together.',
  reason:
    'An instance registers less memory than its type has, and the smallest of several types may be all there is; a '
    + 'task without room waits for ever.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    for (const room of sharedRooms(spec, settings)) {
      const { resource, instances, taken, surely, atMost } = room;
      if (taken <= surely || taken > atMost) continue;
      report(
        at(spec),
        `the tasks of the service and of ${theOthers(settings)} may not fit on ${counted(instances, 'instance')} `
          + `together, which surely have ${amountOf(resource, surely)}: they take ${amountOf(resource, taken)}.`,
        moreInstances(room), [room.enough === undefined ? 'instanceType' : 'maxCapacity'],
      );
    }
  },
};
