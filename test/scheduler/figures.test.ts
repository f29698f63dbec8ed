import { answersFor, complaints, deploy, Deployed } from './grid';
import { Situation } from './model/rollout';

/*
 * Other figures than those that were planned. The grid has to object to each of them; one of its objections is written
 * out. In `faults.test.ts` the planner has the fault itself.
 */

const grid = deploy(answersFor('t3.small'));

type Replicas = Extract<Situation['service'], { readonly replicas: object }>['replicas'];

function withReplicas(
  change: (replicas: Replicas, deployed: Deployed) => Partial<Replicas>,
): (deployed: Deployed) => Situation {
  return (deployed) => {
    const { situation } = deployed;
    if (!('replicas' in situation.service)) return situation;
    const { replicas } = situation.service;
    return { ...situation, service: { replicas: { ...replicas, ...change(replicas, deployed) } } };
  };
}

function withDaemon(minHealthyPercent: number): (deployed: Deployed) => Situation {
  return ({ situation }) =>
    'daemon' in situation.service
      ? { ...situation, service: { daemon: { ...situation.service.daemon, minHealthyPercent } } }
      : situation;
}

function withGroup(group: (deployed: Deployed) => Partial<Situation['group']>): (deployed: Deployed) => Situation {
  return (deployed) => ({ ...deployed.situation, group: { ...deployed.situation.group, ...group(deployed) } });
}

test.each<[string, (deployed: Deployed) => Situation, string]>([
  [
    'keeps all tasks where the cluster is full',
    withReplicas(() => ({ minHealthyPercent: 100 })),
    'deploy: 3 replicas, bridge, unserved ports, 3 to 3 t3.small: stuck instead of finished',
  ],
  [
    'rounds a percentage up',
    withReplicas(({ minHealthyPercent }) => ({
      minHealthyPercent: minHealthyPercent % 25 === 0 ? minHealthyPercent : minHealthyPercent + 1,
    })),
    'deploy: 3 replicas, host, static ports, 3 to 3 t3.small: stuck instead of finished',
  ],
  [
    'forgets that instances are drained',
    withReplicas(({ desired }, { cell }) => ({
      minHealthyPercent: desired < cell.bounds[1] ? 100 : Math.floor(100 - 100 / desired),
    })),
    'replace-instances: 6 replicas, bridge, static ports, 2 to 2 t3.small: stuck instead of finished',
  ],
  [
    'lets no more than the desired tasks run, and keeps them all',
    withReplicas(() => ({ minHealthyPercent: 100, maxHealthyPercent: 100 })),
    'deploy: 2 replicas, bridge, dynamic ports, 2 to 4 t3.small: stuck instead of finished',
  ],
  [
    'leaves out the circuit breaker',
    withReplicas(() => ({ hasBreaker: false })),
    'deploy-broken: 2 replicas, bridge, dynamic ports, 2 to 4 t3.small: stuck instead of rolled-back',
  ],
  [
    'keeps half of one daemon', withDaemon(50),
    'deploy: daemon, bridge, static ports, 1 to 4 t3.small: stuck instead of finished',
  ],
  [
    'keeps all daemons', withDaemon(100),
    'deploy: daemon, bridge, static ports, 2 to 4 t3.small: stuck instead of finished',
  ],
  [
    'lets all daemons stop at once', withDaemon(0),
    'deploy: daemon, bridge, static ports, 2 to 4 t3.small: 0 healthy instead of 1',
  ],
  [
    'replaces all instances at once',
    withGroup(({ situation }) => ({ minInService: 0, batch: situation.running })),
    'replace-instances: daemon, bridge, static ports, 2 to 4 t3.small: 0 healthy instead of 2',
  ],
  [
    'waits for no signal of a new instance',
    withGroup(() => ({ waitsForSignals: false })),
    'replace-instances: daemon, bridge, static ports, 2 to 4 t3.small: 0 healthy instead of 2',
  ],
  [
    'takes an instance that registered for one that serves',
    withGroup(() => ({ signalsWithTask: false })),
    'replace-instances: daemon, bridge, static ports, 2 to 4 t3.small: 1 healthy instead of 2',
  ],
  [
    'ends instances without draining them',
    withGroup(() => ({ drains: false })),
    'replace-instances: 2 replicas, bridge, dynamic ports, 2 to 4 t3.small: 0 healthy instead of 2',
  ],
])('figures of a planner that %s', (_, fault, objection) => {
  expect(complaints(grid, fault)).toContain(objection);
});
