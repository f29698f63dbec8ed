import { Severity } from '../../../finding/finding';
import { sharedRooms } from '../../../settings/instances/shared-room';
import { counted } from '../counts';
import { TargetRule } from '../target-rule';
import { amountOf, moreInstances, theOthers } from './shared-wording';

export const sharedCapacity: TargetRule = {
  code: 'DR4116',
  name: 'shared-capacity',
  severity: Severity.ERROR,
  summary: 'The instances there may be have what the tasks of all services reserve together.',
  reason:
    'Services on the same instances take room from each other; a task that finds none waits for ever, and the '
    + 'deployment that asked for it waits with it.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    for (const room of sharedRooms(spec, settings)) {
      const { resource, instances, taken, atMost } = room;
      if (taken <= atMost) continue;
      report(
        at(spec),
        `the tasks of the service and of ${theOthers(settings)} must fit on ${counted(instances, 'instance')} `
          + `together, which have ${amountOf(resource, atMost)}, got ${amountOf(resource, taken)}.`,
        moreInstances(room), [room.enough === undefined ? 'instanceType' : 'maxCapacity'],
      );
    }
  },
};
