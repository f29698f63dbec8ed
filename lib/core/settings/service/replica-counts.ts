import { ReplicaSettings, runsTwice, SchedulingSettings, targetsIn } from './scheduling';

export interface ReplicaCounts {
  readonly desired: number;
  readonly min: number;
  readonly max: number;
}

/** One serves while the other rolls. */
const DESIRED = 2;

/** Twice the usual number. */
const HEADROOM = 2;

/** How many tasks there are; a bound that is left out follows the others. */
export function replicaCounts(settings: ReplicaSettings): ReplicaCounts {
  const min = settings.min ?? settings.desired ?? Math.min(DESIRED, settings.max ?? DESIRED);
  const desired = settings.desired ?? min;
  const max = settings.max ?? (scalesByMeasure(settings) ? Math.max(desired, min) * HEADROOM : Math.max(desired, min));
  return { desired, min, max };
}

/** The numbers of tasks there may be at any time of the day. */
export function countRange(settings: ReplicaSettings): Pick<ReplicaCounts, 'min' | 'max'> {
  const { min, max } = replicaCounts(settings);
  const scheduled = (settings.schedules ?? []).flatMap(({ min: low, max: high }) =>
    [low, high].filter((count) => count !== undefined),
  );
  return { min: Math.min(min, ...scheduled), max: Math.max(max, ...scheduled) };
}

/** Whether something other than the clock changes the number of tasks. */
function scalesByMeasure(settings: ReplicaSettings): boolean {
  return targetsIn(settings).length + (settings.steps ?? []).length > 0;
}

/** Whether there is a range of tasks that nothing else scales, so that the CPU does. */
export function scalesByDefault(settings: ReplicaSettings, hasBacklog: boolean): boolean {
  const { min, max } = replicaCounts(settings);
  return min < max && !hasBacklog && !scalesByMeasure(settings) && (settings.schedules ?? []).length === 0;
}

/** For how many tasks there has to be room at once; nothing for tasks that come with their instance. */
export function neededPlaces({ scheduling }: { readonly scheduling?: SchedulingSettings }): number | undefined {
  return scheduling?.kind === 'replicas' ? countRange(scheduling).max * (runsTwice(scheduling) ? 2 : 1) : undefined;
}
