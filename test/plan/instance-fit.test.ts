import { DecisionSource } from '../../lib/core/plan/decision';
import { container, decisionOf, planning, planOf, Settings } from './helpers';

const SEEN = 'Reserved by the containers, of what t3.medium was seen to register with Amazon ECS; AWS publishes no figures of memory.';
const EXPECTED = 'Reserved by the containers, of what t4g.large can be expected to register with Amazon ECS; AWS publishes no figures of memory.';
const API = { name: 'api', hostPorts: [], rules: [], demand: { memoryMiB: 1000, cpuUnits: 24, networkInterfaces: 1, gpus: 0 } };
const BRIDGED = { ...API, demand: { ...API.demand, networkInterfaces: 0 } };

describe('the plan says how much of an instance is taken', () => {
  test.each<[string, Settings, readonly object[], string, string]>([
    ['of memory and CPU', {}, [container('web', { memory: 1024, cpu: 512 })], '1024 of 3828 MiB, 512 of 2048 CPU units', SEEN],
    ['of a type that nobody measured', { instanceType: 't4g.large' }, [container('web')], '128 of 7618 MiB, 0 of 2048 CPU units', EXPECTED],
    ['with interfaces in awsvpc mode', { networkMode: 'awsvpc' }, [container('web')], '128 of 3828 MiB, 0 of 2048 CPU units, 1 of 2 network interfaces', SEEN],
    [
      'together with the neighbors', { networkMode: 'awsvpc', neighbors: [API, { name: 'guest', hostPorts: [], rules: [] }] }, [container('web')],
      '1128 of 3828 MiB, 24 of 2048 CPU units, 2 of 2 network interfaces', SEEN,
    ],
    [
      'with GPUs', { instanceType: 'g4dn.xlarge', machineImage: 'ecs-optimized-gpu' }, [container('web', { resourceRequirements: [{ type: 'GPU', value: '1' }] })],
      '128 of 15237 MiB, 0 of 4096 CPU units, 1 of 1 GPUs', 'Reserved by the containers, of what g4dn.xlarge can be expected to register with Amazon ECS; AWS publishes no figures of memory.',
    ],
    [
      'or that it does not know the type', { instanceType: 'c10x.large' }, [container('web', { memory: 99999 })],
      'not checked', 'This version does not know c10x.large, nor whether the task fits on it.',
    ],
    [
      'or that it knows no type yet', { instanceType: { unresolved: 'instanceType' } }, [container('web', { memory: 99999 })],
      'not checked', 'The instance type is known only at deployment, and so is how much of it the task takes.',
    ],
  ])('%s', (_, settings, containers, choice, reason) => {
    expect(decisionOf(planOf(settings, containers), 'instance fit')).toMatchObject({ topic: 'instance fit', choice, reason, source: DecisionSource.DERIVED });
  });
});

describe('nothing is said of a task', () => {
  test.each<[string, Settings, object]>([
    ['with all the memory that was seen', {}, { memory: 3828 }],
    ['with all the memory that can be expected', { instanceType: 't3.large' }, { memory: 7618 }],
    ['with a hard limit above what it reserves', {}, { memory: 99999, memoryReservation: 3828 }],
    ['with all CPU units', {}, { cpu: 2048 }],
    ['with two neighbors on three interfaces', { networkMode: 'awsvpc', instanceType: 't3.xlarge', neighbors: [API, API] }, {}],
    ['with neighbors that share the interface of the instance', { neighbors: [BRIDGED, BRIDGED, BRIDGED] }, { memory: 828 }],
    ['with all GPUs', { instanceType: 'g4dn.xlarge', machineImage: 'ecs-optimized-gpu' }, { resourceRequirements: [{ type: 'GPU', value: '1' }] }],
    ['whose image has the architecture of the instances', { instanceType: 't4g.medium' }, { image: 'arm64v8/nginx:1.29' }],
    ['whose image is for amd64', {}, { image: 'example/web:1.0-amd64' }],
    ['whose image has an architecture inside a word', {}, { image: 'example/arm64tools:1.0-arm64ish' }],
    ['whose type is a token', { instanceType: { unresolved: 'instanceType' } }, { image: 'arm64v8/nginx:1.29', memory: 99999, cpu: 99999 }],
  ])('%s', (_, settings, rest) => {
    const codes = planning(settings, [container('web', rest)]).problems.map(({ rule }) => rule.code);
    expect(codes.filter((code) => code.startsWith('DR406'))).toEqual([]);
  });
});
