import { Cell } from './cells';
import { ReplicaFigures } from './model/replica-scheduler';
import { Outcome, roll, Situation } from './model/rollout';

/**
 * How many tasks a user may count on while something is replaced. With one task on every instance: half of two or more,
 * and while instances are replaced, all that stay in service. Of replicas, the share that was planned; all of them, in
 * each version, while requests move from one to the other.
 */
export function promised({ bounds: [min, max], operation }: Cell, { running, service }: Situation): number {
  if ('replicas' in service) return share(service.replicas);
  if ('shifted' in service) return operation === 'replace-instances' ? share(service.shifted) : service.shifted.desired;
  if (operation === 'replace-instances') return Math.min(min, max - 1);
  return min > 1 ? Math.ceil(running / 2) : 0;
}

function share({ desired, minHealthyPercent }: Pick<ReplicaFigures, 'desired' | 'minHealthyPercent'>): number {
  return Math.ceil((desired * minHealthyPercent) / 100);
}

/** What is wrong with an outcome; nothing when it is as it should be. */
export function complaint(cell: Cell, situation: Situation, { end, lowest }: Outcome): string | undefined {
  // Nothing is known to take back a daemon that never answers; the tasks that may not stop go on serving.
  const ends = {
    'deploy': 'finished',
    'deploy-broken': 'daemon' in situation.service ? 'stuck' : 'rolled-back',
    'replace-instances': 'finished',
  };
  const expected = ends[cell.operation];
  if (end !== expected) return `${end} instead of ${expected}`;
  const keep = promised(cell, situation);
  return lowest < keep ? `${lowest} healthy instead of ${keep}` : undefined;
}

/** The most tasks of a replica service that can stay healthy in every one of the situations, found by trying. */
export function mostThatCanStay(desired: number, situations: readonly Situation[]): number {
  const finishes = (keep: number) => situations.every((situation) => {
    const service =
      'replicas' in situation.service
        ? { replicas: { ...situation.service.replicas, minHealthyPercent: (100 * keep) / desired } }
        : situation.service;
    return (['deploy', 'replace-instances'] as const).every(
      (operation) => roll({ ...situation, service }, operation).end === 'finished',
    );
  });
  for (let keep = desired; keep > 0; keep--) if (finishes(keep)) return keep;
  return 0;
}
