import { demandOf, fitOf, smallestFit, sumOf, TaskDemand } from '../../lib/core/settings/instances/types/fit';
import { allInstanceTypes, InstanceType, instanceTypeOf } from '../../lib/core/settings/instances/types/instance-type';
import { registeredMemory, SEEN } from '../../lib/core/settings/instances/types/registered-memory';
import { WorkerSettings } from '../../lib/core/settings/worker/worker';
import { container, reading } from '../plan/helpers';

function typeOf(name: string): InstanceType {
  const type = instanceTypeOf(name);
  if (!type) throw new Error(`no ${name}`);
  return type;
}

/** A demand that asks for nothing else. */
function needs(demand: Partial<TaskDemand>): TaskDemand {
  return { memoryMiB: 0, cpuUnits: 0, networkInterfaces: 0, gpus: 0, ...demand };
}

describe('memory fits up to the lowest figure that was seen, may fit up to the nominal one, and exceeds it beyond', () => {
  test.each([
    ['t2.micro', 993, 1024], ['t2.small', 2001, 2048], ['t2.medium', 3943, 4096], ['t2.large', 7975, 8192], ['t2.xlarge', 16039, 16384],
    ['t2.2xlarge', 32176, 32768], ['t3.small', 1901, 2048], ['t3.medium', 3828, 4096], ['m3.medium', 3765, 3840], ['m4.large', 7985, 8192],
    ['m5.large', 7680, 8192], ['m5.xlarge', 15576, 16384], ['m5.2xlarge', 31368, 32768], ['m5.4xlarge', 62950, 65536], ['m5.12xlarge', 189283, 196608],
    ['m5.24xlarge', 378652, 393216], ['c4.large', 3765, 3840], ['c5.large', 3704, 4096], ['c5.xlarge', 7624, 8192], ['c5.2xlarge', 15463, 16384],
    ['c5.4xlarge', 31142, 32768], ['c5.9xlarge', 70341, 73728], ['c5.18xlarge', 140768, 147456], ['r4.large', 15292, 15616], ['r6id.xlarge', 31517, 32768],
  ])('%s: %d, %d', (name, seen, nominal) => {
    const verdicts = [seen, seen + 1, nominal, nominal + 1].map((memoryMiB) => fitOf([needs({ memoryMiB })], typeOf(name)).memory);
    expect(verdicts).toEqual(['fits', 'tight', 'tight', 'exceeds']);
  });

  test.each([['t4g.medium', 3686], ['t3.large', 7618], ['m7i.xlarge', 15237], ['m7g.2xlarge', 31129]])('%s, which nobody published: %d', (name, expected) => {
    expect(registeredMemory(typeOf(name))).toEqual({ memoryMiB: expected, seen: false });
  });

  test('no type that was seen registered less than is expected of its size', () => {
    const shares = (name: string) => registeredMemory({ ...typeOf(name), name: 'unseen.large' }).memoryMiB;
    expect(Object.entries(SEEN).filter(([name, figure]) => shares(name) > figure)).toEqual([]);
  });
});

test.each<[string, Partial<TaskDemand>, string, object]>([
  ['all CPU units', { cpuUnits: 2048 }, 't3.medium', { cpu: 'fits' }],
  ['one CPU unit more', { cpuUnits: 2049 }, 't3.medium', { cpu: 'exceeds' }],
  ['all interfaces but that of the instance', { networkInterfaces: 2 }, 't3.medium', { networkInterfaces: 'fits' }],
  ['one interface more, without trunks', { networkInterfaces: 3 }, 't3.medium', { networkInterfaces: 'exceeds' }],
  ['one interface more, with trunks', { networkInterfaces: 3 }, 'm5.large', { networkInterfaces: 'tight' }],
  ['all interfaces of the trunk', { networkInterfaces: 10 }, 'm5.large', { networkInterfaces: 'tight' }],
  ['one more than the trunk has', { networkInterfaces: 11 }, 'm5.large', { networkInterfaces: 'exceeds' }],
  ['a GPU where there is none', { gpus: 1 }, 't3.medium', { gpus: 'exceeds' }],
  ['all GPUs', { gpus: 4 }, 'g4dn.12xlarge', { gpus: 'fits' }],
  ['one GPU more', { gpus: 5 }, 'g4dn.12xlarge', { gpus: 'exceeds' }],
])('%s', (_, demand, name, fit) => {
  expect(fitOf([needs(demand)], typeOf(name))).toMatchObject({ memory: 'fits', cpu: 'fits', networkInterfaces: 'fits', gpus: 'fits', ...fit });
});

test('tasks that share an instance add up', () => {
  const demands = [needs({ memoryMiB: 2000, cpuUnits: 100, networkInterfaces: 1 }), needs({ memoryMiB: 1828, gpus: 2, networkInterfaces: 1 })];
  expect(sumOf(demands)).toEqual({ memoryMiB: 3828, cpuUnits: 100, networkInterfaces: 2, gpus: 2 });
  expect(fitOf(demands, typeOf('t3.medium'))).toMatchObject({ demand: sumOf(demands), memory: 'fits' });
  expect(fitOf([...demands, needs({ memoryMiB: 1 })], typeOf('t3.medium')).memory).toBe('tight');
});

describe('a task takes', () => {
  const file = (...containers: readonly object[]) => reading(containers).document!.spec;

  test('the soft limit of each container, else the hard one', () => {
    const spec = file(container('a', { memory: 512, memoryReservation: 100 }), container('b', { memory: 200 }), container('c', { memory: undefined, memoryReservation: 50 }));
    expect(demandOf(spec, {}).memoryMiB).toBe(350);
  });

  test('memory of the dispatcher too, but on Beanstalk, which has a daemon', () => {
    const spec = file(container('a', { memory: 100 }));
    const worker = (consumer: WorkerSettings['consumer']): WorkerSettings => ({ queue: false, consumer });
    const memoryOf = (consumer: WorkerSettings['consumer'], rest: object = {}) => demandOf(spec, { worker: worker(consumer), ...rest }).memoryMiB;
    expect(memoryOf({ kind: 'dispatcher' })).toBe(164);
    expect(memoryOf({ kind: 'dispatcher', memoryLimitMiB: 128 })).toBe(228);
    expect(memoryOf({ kind: 'polls' })).toBe(100);
    expect(memoryOf({ kind: 'dispatcher' }, { beanstalk: {} })).toBe(100);
  });

  test('the CPU units that are stated', () => {
    expect(demandOf(file(container('a', { cpu: 256 }), container('b'), container('c', { cpu: 10 })), {}).cpuUnits).toBe(266);
  });

  test('one interface in awsvpc mode, however many containers it has', () => {
    const spec = file(container('a'), container('b'));
    const interfaces = (['awsvpc', 'bridge', 'host', 'none', undefined] as const).map((mode) => demandOf(spec, { networkMode: mode }).networkInterfaces);
    expect(interfaces).toEqual([1, 0, 0, 0, 0]);
  });

  test('its GPUs, and no other accelerators', () => {
    const gpus = (value: string) => ({ resourceRequirements: [{ type: 'GPU', value }] });
    expect(demandOf(file(container('a', gpus('2')), container('b', gpus('1'))), {}).gpus).toBe(3);
    expect(demandOf(file(container('a', { resourceRequirements: [{ type: 'NeuronDevice', value: '1' }] })), {}).gpus).toBe(0);
  });
});

describe('the smallest type for', () => {
  test.each<[string, Partial<TaskDemand>, string, string | undefined]>([
    ['nothing, in the family', {}, 't3.2xlarge', 't3.nano'],
    ['just what a t3.medium registers', { memoryMiB: 3828 }, 't3.medium', 't3.medium'],
    ['one MiB more', { memoryMiB: 3829 }, 't3.medium', 't3.large'],
    ['more CPU than its memory suggests', { memoryMiB: 100, cpuUnits: 4096 }, 't3.micro', 't3.xlarge'],
    ['more than the family has', { memoryMiB: 40000 }, 't3.medium', 'r7i.2xlarge'],
    ['more than the family has, on Graviton', { memoryMiB: 40000 }, 't4g.medium', 'r7g.2xlarge'],
    ['many CPU units', { memoryMiB: 100, cpuUnits: 16384 }, 't3.medium', 'm7i.4xlarge'],
    ['three tasks with interfaces', { networkInterfaces: 3 }, 'm5.large', 'm5.xlarge'],
    ['a GPU', { gpus: 1 }, 't3.medium', 'g6.xlarge'],
    ['two GPUs, in the family', { gpus: 2 }, 'g4dn.xlarge', 'g4dn.12xlarge'],
    ['more than any type has', { memoryMiB: 10_000_000 }, 't3.medium', undefined],
  ])('%s (%j, like %s): %s', (_, demand, like, expected) => {
    expect(smallestFit([needs(demand)], typeOf(like))).toBe(expected);
  });

  test('whatever a type surely carries is of that type or smaller', () => {
    const larger = [...allInstanceTypes()].filter(({ name }) => !name.includes('.metal')).filter((type) => {
      const found = smallestFit([needs({ memoryMiB: registeredMemory(type).memoryMiB, cpuUnits: type.cpuUnits, gpus: type.gpus })], type);
      return found === undefined || typeOf(found).memoryMiB > type.memoryMiB;
    });
    expect(larger).toEqual([]);
  });
});
