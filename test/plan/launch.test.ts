import { DecisionSource } from '../../lib/core/plan/decision';
import { decisionOf, planning, planOf, Settings } from './helpers';

const LATER = ' It is known only at deployment, so the checks that need it were skipped.';
const LOOKUP = 'It matches the instance type and is looked up when an instance starts, so a new image replaces nothing by itself.';

test('nothing is planned that was not asked for', () => {
  expect(planOf().capacity.launch).toEqual({
    image: { kind: 'ecs-optimized', parameter: '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id' },
    rootVolumeSize: 30, imdsHopLimit: 1, detailedMonitoring: null, instancePolicy: 'beanstalk', containerInsights: null, mixed: null,
    maxInstanceLifetime: null, defaultInstanceWarmup: null,
  });
});

describe('the image', () => {
  test.each<[string, Settings, object]>([
    ['ECS-optimized', { machineImage: 'ecs-optimized' }, { kind: 'ecs-optimized', parameter: '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id' }],
    [
      'ECS-optimized on Graviton', { machineImage: 'ecs-optimized', instanceType: 't4g.small' },
      { kind: 'ecs-optimized', parameter: '/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id' },
    ],
    [
      'for GPUs', { machineImage: 'ecs-optimized-gpu', instanceType: 'g6.xlarge' },
      { kind: 'ecs-optimized', parameter: '/aws/service/ecs/optimized-ami/amazon-linux-2023/gpu/recommended/image_id' },
    ],
    ['Bottlerocket', { machineImage: 'bottlerocket' }, { kind: 'bottlerocket', parameter: '/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id' }],
    [
      'Bottlerocket on Graviton', { machineImage: 'bottlerocket', instanceType: 'm7g.large' },
      { kind: 'bottlerocket', parameter: '/aws/service/bottlerocket/aws-ecs-2/arm64/latest/image_id' },
    ],
    [
      'of the first type that is known', { instanceType: { unresolved: 'instanceType' }, alternativeInstanceTypes: ['t4g.small'] },
      { kind: 'ecs-optimized', parameter: '/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id' },
    ],
    ['of the user', { machineImage: 'own' }, { kind: 'own' }],
  ])('%s', (_, settings, image) => {
    expect(planOf(settings).capacity.launch.image).toEqual(image);
  });
});

describe('each choice is in the plan with what follows from it', () => {
  test.each<[Settings, string, string, string]>([
    [{ machineImage: 'ecs-optimized' }, 'machine image', 'ECS-optimized Amazon Linux 2023, x86_64', LOOKUP],
    [{ machineImage: 'ecs-optimized-gpu' }, 'machine image', 'ECS-optimized Amazon Linux 2023 with GPU drivers, x86_64', LOOKUP],
    [{ machineImage: 'bottlerocket' }, 'machine image', 'Bottlerocket, x86_64', LOOKUP],
    [{ machineImage: 'own' }, 'machine image', 'given', 'You brought it; it has to hold the agent of Amazon ECS and to be for the architecture of the instances.'],
    [{ rootVolumeSize: 100 }, 'root volume', '100 GiB', 'You chose it; images and whatever containers write have room there.'],
    [{ rootVolumeSize: { unresolved: 'rootVolumeSize' } }, 'root volume', '${rootVolumeSize}', `You chose it; images and whatever containers write have room there.${LATER}`],
    [{ userDataCommands: 3 }, 'commands at boot', '3', 'You chose them; they run once on each new instance, before its agent starts.'],
    [{ keyPair: true }, 'key pair', 'true', 'You chose it; no rule opens port 22, and Session Manager needs no key.'],
    [
      { imdsHopLimit: 2 }, 'metadata hop limit', '2',
      'You chose it; from 2, containers in bridge mode reach the instance metadata service and with it the instance role.',
    ],
    [{ instanceSecurityGroups: 2 }, 'further security groups', '2', 'You chose them for the instances; nothing is added to them.'],
    [{ maxInstanceLifetime: 86400 }, 'maximum instance lifetime', '86400 s', 'You chose it; older instances are drained and replaced one after the other.'],
    [{ defaultInstanceWarmup: 120 }, 'instance warmup', '120 s', 'You chose it; scaling leaves a new instance out of its figures for so long.'],
    [{ detailedMonitoring: true }, 'detailed monitoring', 'true', 'You chose it; Amazon EC2 reports every minute, at a price.'],
    [{ detailedMonitoring: false }, 'detailed monitoring', 'false', 'You chose it; Amazon EC2 reports every five minutes.'],
    [
      { alternativeInstanceTypes: ['t3a.medium', 'm5.large'] }, 'alternative instance types', 't3a.medium, m5.large',
      'You chose them; on demand they are tried in this order, as Spot instances where they are the least likely to be taken back at a low price.',
    ],
    [
      { onDemandPercentageAboveBaseCapacity: 25, onDemandBaseCapacity: 1 }, 'spot instances', 'all but 1 instances and 25 % of those beyond',
      'You chose it; AWS takes Spot instances back with two minutes of notice, in which their tasks are moved, and a replacement is started when it sees that coming.',
    ],
  ])('%j', (settings, topic, choice, reason) => {
    expect(decisionOf(planOf(settings), topic)).toMatchObject({ topic, choice, reason, source: DecisionSource.PROP });
  });

  test('and what was left empty is not', () => {
    const topicsOf = (settings: Settings) => planOf(settings).decisions.map(({ topic }) => topic);
    expect(topicsOf({ userDataCommands: 0, instanceSecurityGroups: 0, alternativeInstanceTypes: [], keyPair: undefined })).toEqual(topicsOf({}));
  });
});

describe('instances are mixed', () => {
  const TOKEN = { unresolved: 'onDemandPercentageAboveBaseCapacity' };

  test.each<[string, Settings, object | null]>([
    ['with several types', { alternativeInstanceTypes: ['t3a.medium'] }, { instanceTypes: ['t3.medium', 't3a.medium'], onDemandBaseCapacity: 0, onDemandPercentageAboveBaseCapacity: 100, spot: false }],
    ['with Spot instances', { onDemandPercentageAboveBaseCapacity: 0 }, { instanceTypes: ['t3.medium'], onDemandBaseCapacity: 0, onDemandPercentageAboveBaseCapacity: 0, spot: true }],
    ['with what may turn out to be Spot instances', { onDemandPercentageAboveBaseCapacity: TOKEN }, { instanceTypes: ['t3.medium'], onDemandBaseCapacity: 0, onDemandPercentageAboveBaseCapacity: TOKEN, spot: true }],
    ['and yet all on demand', { onDemandPercentageAboveBaseCapacity: 100 }, { instanceTypes: ['t3.medium'], onDemandBaseCapacity: 0, onDemandPercentageAboveBaseCapacity: 100, spot: false }],
    ['or not', { alternativeInstanceTypes: [] }, null],
  ])('%s', (_, settings, mixed) => {
    expect(planOf(settings).capacity.launch.mixed).toEqual(mixed);
  });
});

test('the task is measured against every type', () => {
  const plan = planOf({ alternativeInstanceTypes: ['t3a.medium', 'c10x.large'] });
  expect(decisionOf(plan, 'instance fit')).toMatchObject({
    choice: '128 of 3828 MiB, 0 of 2048 CPU units on t3.medium; 128 of 3686 MiB, 0 of 2048 CPU units on t3a.medium',
    reason: 'Reserved by the containers, of what t3.medium was seen to register and t3a.medium can be expected to register with Amazon ECS; '
      + 'AWS publishes no figures of memory. This version does not know c10x.large, nor whether the task fits on it.',
  });
});

describe('a value at the end of its range is accepted', () => {
  test.each<[Settings]>([
    [{ onDemandPercentageAboveBaseCapacity: 0, onDemandBaseCapacity: 0 }], [{ onDemandPercentageAboveBaseCapacity: 99, onDemandBaseCapacity: 1000 }],
    [{ onDemandPercentageAboveBaseCapacity: 100 }],
    [{ rootVolumeSize: 30 }], [{ rootVolumeSize: 65536 }], [{ imdsHopLimit: 1 }], [{ imdsHopLimit: 64 }], [{ instanceSecurityGroups: 15 }],
    [{ maxInstanceLifetime: 86400 }], [{ maxInstanceLifetime: 31536000 }], [{ defaultInstanceWarmup: 0 }],
    [{ alternativeInstanceTypes: Array.from({ length: 39 }, (_, index) => `x${index}.large`) }],
    [{ instanceType: { unresolved: 'instanceType' }, alternativeInstanceTypes: ['t4g.small', 't4g.medium'] }],
    [{ machineImage: 'bottlerocket', userDataCommands: 0, keyPair: false }],
    [{ machineImage: 'own', userDataCommands: 1, keyPair: true }],
    [{ rootVolumeSize: { unresolved: 'rootVolumeSize' }, imdsHopLimit: { unresolved: 'imdsHopLimit' }, maxInstanceLifetime: { unresolved: 'maxInstanceLifetime' } }],
    [{ onDemandPercentageAboveBaseCapacity: { unresolved: 'onDemandPercentageAboveBaseCapacity' }, onDemandBaseCapacity: { unresolved: 'onDemandBaseCapacity' } }],
  ])('%j', (settings) => {
    // Bottlerocket always has a warning about the replacement of its instances.
    expect(planning(settings).problems.map(({ rule }) => rule.code).filter((code) => code !== 'DR4113')).toEqual(['DR4007']);
  });
});

describe('a value beyond its range is refused', () => {
  test.each<[Settings, string]>([
    [{ rootVolumeSize: 29 }, 'rootVolumeSize must be a whole number of GiB between 30 and 65536, got 29. | Use 30.'],
    [{ rootVolumeSize: 65537 }, 'rootVolumeSize must be a whole number of GiB between 30 and 65536, got 65537. | Use 65536.'],
    [{ rootVolumeSize: 40.5 }, 'rootVolumeSize must be a whole number of GiB between 30 and 65536, got 40.5. | Use 41.'],
    [{ imdsHopLimit: 0 }, 'imdsHopLimit must be a whole number between 1 and 64, got 0. | Use 1.'],
    [{ imdsHopLimit: NaN }, 'imdsHopLimit must be a whole number between 1 and 64, got NaN. | Use 1.'],
    [{ maxInstanceLifetime: 31536001 }, 'maxInstanceLifetime must be a whole number of seconds between 86400 and 31536000, got 31536001. | Use 31536000.'],
    [{ defaultInstanceWarmup: -1 }, 'defaultInstanceWarmup must be a whole number of seconds, 0 or more, got -1. | Use 0.'],
    [{ onDemandPercentageAboveBaseCapacity: -1 }, 'onDemandPercentageAboveBaseCapacity must be a whole number between 0 and 100, got -1. | Use 0.'],
    [
      { alternativeInstanceTypes: Array.from({ length: 40 }, (_, index) => `x${index}.large`) },
      'alternativeInstanceTypes must have at most 39 items, got 40. | Remove 1.',
    ],
    [{ alternativeInstanceTypes: ['t3.medium'] }, 'alternativeInstanceTypes must name each type once, got t3.medium twice. | Name it once.'],
    [
      { onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 100 },
      'onDemandBaseCapacity must come with onDemandPercentageAboveBaseCapacity below 100, as all instances are paid on demand otherwise. '
      + '| Set onDemandPercentageAboveBaseCapacity, or remove onDemandBaseCapacity.',
    ],
    [{ instanceSecurityGroups: 16 }, 'instanceSecurityGroups must have at most 15 items, got 16. | Remove 1.'],
  ])('%j', (settings, expected) => {
    const { problems, plan } = planning(settings);
    expect(plan).toBeUndefined();
    expect(problems.filter(({ rule }) => /^DR40(04|67)$/.test(rule.code)).map(({ message, hint }) => `${message} | ${hint}`)).toEqual([expected]);
  });
});
