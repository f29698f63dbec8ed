import { Severity } from '../../../finding/finding';
import { instanceRange } from '../../../settings/instances/instance-range';
import { taskSlots } from '../../../settings/instances/task-slots';
import { countRange, neededPlaces } from '../../../settings/service/replica-counts';
import { runsTwice } from '../../../settings/service/scheduling';
import { hostBonds } from '../../../settings/traffic/host-bonds';
import { counted } from '../counts';
import { TargetRule } from '../target-rule';

export const taskCapacity: TargetRule = {
  code: 'DR4073',
  name: 'task-capacity',
  severity: Severity.ERROR,
  summary:
    'The instances there may be hold all replicas there may be, and twice as many where both versions run at once.',
  reason: 'A task without room waits for ever, and the deployment that asked for it waits with it.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { scheduling } = settings;
    const instances = instanceRange(settings);
    const needed = neededPlaces(settings);
    if (scheduling?.kind !== 'replicas' || needed === undefined || !instances.isMaxKnown) return;
    const { atMost } = taskSlots(spec, settings);
    if (atMost === 0 || needed <= instances.max * atMost) return;
    const twice = runsTwice(scheduling) ? ` in both versions, as the strategy ${scheduling.strategy!.kind} asks` : '';
    const bonds = hostBonds(spec, settings);
    const why = bonds.length > 0 ? `, because two on one instance would fight for ${bonds.join(', ')}` : '';
    report(
      at(spec),
      `scheduling.max must fit on ${counted(instances.max, 'instance')} with ${counted(atMost, 'task')} each${why}, `
        + `got ${countRange(scheduling).max}${twice}.`,
      `Set maxCapacity to ${Math.ceil(needed / atMost)} or more, or run fewer tasks.`,
      ['scheduling.max', 'maxCapacity'],
    );
  },
};
