import { DecisionSource } from '../../lib/core/plan/decision';
import { container, planOf, Settings } from './helpers';

const LOGGING = container('web', {
  portMappings: [{ hostPort: 80, containerPort: 80 }],
  mountPoints: [{ sourceVolume: 'awseb-logs-web', containerPath: '/a' }],
});

const bootOf = (settings: Settings = {}) => planOf(settings, [LOGGING]).capacity.boot;

test('an instance makes the folders for logs and signals when it serves', () => {
  expect(bootOf()).toEqual({
    directories: ['/var/log/containers/web'], unpacksBundle: false, signals: true, awaitedOnCreation: true, registryAuth: null,
  });
});

test('it unpacks the bundle', () => {
  expect(bootOf({ sourceBundle: { paths: ['a', 'b'] } }).unpacksBundle).toBe(true);
});

test('no signal is waited for where there may be no instance', () => {
  expect(bootOf({ minCapacity: 0 })).toMatchObject({ signals: true, awaitedOnCreation: false, registryAuth: null });
});

test.each<[string, Settings, boolean]>([
  ['a folder of the instance', {}, true],
  ['another folder of the instance', { volumes: { 'awseb-logs-web': { kind: 'host', sourcePath: '/mnt' } } }, true],
  ['a file system', { volumes: { 'awseb-logs-web': { kind: 'efs', rootDirectory: '/', accessPoint: false, readOnly: false } } }, false],
])('replicas that write to %s are kept apart if they have to be', (_, settings, distinctInstance) => {
  expect(planOf({ scheduling: { kind: 'replicas' }, ...settings }, [LOGGING]).service).toMatchObject({ distinctInstance });
});

test('Bottlerocket does none of it', () => {
  expect(bootOf({ machineImage: 'bottlerocket' })).toEqual({ directories: [], unpacksBundle: false, signals: false, awaitedOnCreation: false, registryAuth: null });
});

test.each<[string, Settings, string, string, DecisionSource]>([
  [
    'instance replacement', {}, 'on signal',
    'The next instance is replaced when the new one runs its task and the load balancer finds it healthy; on first creation, when its agent has registered.',
    DecisionSource.DEFAULT,
  ],
  [
    'instance replacement', { machineImage: 'bottlerocket' }, 'every 5 minutes',
    'Bottlerocket runs no commands, so its instances cannot say when they serve.', DecisionSource.DERIVED,
  ],
  [
    'source bundle', { sourceBundle: { paths: ['Dockerrun.aws.json'] } }, '1 file',
    'It is unpacked to /var/app/current on each instance before the agent starts; '
    + 'a changed bundle replaces the instances one by one, and a changed task definition rolls after that.', DecisionSource.PROP,
  ],
  [
    'volume awseb-logs-web', {}, '/var/log/containers/web',
    'Beanstalk keeps the logs of a container there; the directory is made on the instance.', DecisionSource.BEANSTALK,
  ],
  [
    'volume awseb-logs-web', { volumes: { 'awseb-logs-web': { kind: 'host', sourcePath: '/mnt' } } }, '/mnt',
    'You chose this path of the instance; what is there is lost with it.', DecisionSource.PROP,
  ],
  [
    'volume awseb-logs-web', { volumes: { 'awseb-logs-web': { kind: 'docker', configuration: {} } } }, 'docker',
    'You chose a volume of Docker; each instance has its own, which is lost with it.', DecisionSource.PROP,
  ],
  [
    'volume awseb-logs-web', { volumes: { 'awseb-logs-web': { kind: 'efs', rootDirectory: '/', accessPoint: false, readOnly: false } } }, 'efs',
    'You chose a file system; it is mounted over TLS with the permissions of the task role, and outlives the instances.', DecisionSource.PROP,
  ],
])('%s with %j', (topic, settings, choice, reason, source) => {
  expect(planOf(settings, [LOGGING]).decisions.filter((decision) => decision.topic === topic)).toMatchObject([{ topic, choice, reason, source }]);
});
