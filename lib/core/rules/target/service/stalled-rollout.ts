import { Severity } from '../../../finding/finding';
import { instanceRange } from '../../../settings/instances/instance-range';
import { countRange } from '../../../settings/service/replica-counts';
import {
  healthyTasks, highestPercent, mostDaemonsKept, mostKept, stalledAt,
} from '../../../settings/service/rollout-limits';
import { replicaRoom } from '../../../settings/service/rollout-room';
import { TrafficSettings } from '../../../settings/traffic/traffic';
import { DockerrunSpec } from '../../../spec/model';
import { counted } from '../counts';
import { TargetRule } from '../target-rule';

export const stalledRollout: TargetRule = {
  code: 'DR4072',
  name: 'stalled-rollout',
  severity: Severity.ERROR,
  summary:
    'The percentages of a rollout let Amazon ECS stop or start a task, with every number of tasks and instances '
    + 'there may be.',
  reason:
    'It rounds the minimum up and the maximum down; when that leaves nothing to stop and no room to start, the '
    + 'deployment waits until it times out.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const percent = settings.scheduling?.minHealthyPercent;
    if (percent === undefined) return;
    const range = rangeOf(spec, settings);
    if (!range) return;
    const { from, to, of, kept } = range;
    const count = stalledAt(from, to, percent, kept);
    if (count === undefined) return;
    const highest = highestPercent(from, to, kept);
    const keeps = healthyTasks(count, percent);
    report(
      at(spec),
      `scheduling.minHealthyPercent must leave something to replace on ${of(count)}, got ${percent}: it keeps `
        + `${counted(keeps, 'task')}, but only ${kept(count)} can stay while others are replaced.`,
      `Use at most ${highest}, or leave it out${highest === 0 ? '; 0 makes each rollout an outage' : ''}.`,
      ['scheduling.minHealthyPercent'],
    );
  },
};

interface CountRange {
  readonly from: number;
  readonly to: number;
  readonly of: (count: number) => string;
  readonly kept: (count: number) => number;
}

/** The numbers of tasks there may be and how many of them can stay; nothing when a token hides them. */
function rangeOf(spec: DockerrunSpec, settings: TrafficSettings): CountRange | undefined {
  const { scheduling } = settings;
  const instances = instanceRange(settings);
  if (scheduling?.kind !== 'replicas') {
    return instances.isMinKnown
      ? { from: instances.min, to: instances.max, of: (count) => counted(count, 'instance'), kept: mostDaemonsKept }
      : undefined;
  }
  if (!instances.isMinKnown || !instances.isMaxKnown) return undefined;
  const { min, max } = countRange(scheduling);
  const room = replicaRoom(spec, scheduling, settings);
  const on =
    `at most ${counted(instances.max, 'instance')} with `
    + `${room.slots === Infinity ? 'room for all' : counted(room.slots, 'task')} each`;
  return {
    from: min, to: max, of: (count) => `${on} for ${counted(count, 'task')}`, kept: (count) => mostKept(count, room),
  };
}
