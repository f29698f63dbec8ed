import fc from 'fast-check';
import { readDockerrun } from '../../lib/core/reading/read';
import { container } from './findings';

const OPTIONS = { strict: false, substitutions: {} };

/** Keys that rules read, so that random files reach them. */
const KEYS = [
  'name', 'image', 'memory', 'memoryReservation', 'portMappings', 'hostPort', 'containerPort', 'containerPortRange', 'links', 'dependsOn', 'containerName', 'condition', 'volumesFrom',
  'sourceContainer', 'mountPoints', 'sourceVolume', 'containerPath', 'host', 'sourcePath', 'environment', 'value', 'secrets', 'valueFrom', 'logConfiguration', 'logDriver', 'options',
  'linuxParameters', 'tmpfs', 'ulimits', 'softLimit', 'hardLimit', 'healthCheck', 'command', 'efsVolumeConfiguration', 'dockerVolumeConfiguration', 'essential', 'systemControls', 'namespace',
];

const WORDS = ['', 'web', 'web:a', 'awseb-logs-web', 'awseb-logs-', '/', './x', '80-90', 'awslogs', 'awsfirelens', 'SUCCESS', 'CMD', 'arn:', '__proto__', 'constructor'];

const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(...WORDS, null, true, false, 0, 22, 80, -1, 1e9),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('json'), { maxKeys: 6 }),
  ),
}));

test('no file makes a rule throw', () => {
  fc.assert(fc.property(fc.array(json, { maxLength: 3 }), fc.array(json, { maxLength: 3 }), (containerDefinitions, volumes) => {
    readDockerrun(JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions, volumes }), OPTIONS);
  }), { numRuns: 500 });
});

const MANY = 4000;
const numbers = Array.from({ length: MANY }, (_, index) => index);

test.each([
  ['unknown links', numbers.map((index) => container(`c${index}`, { links: [`x${index}`] }))],
  ['a chain of links', numbers.map((index) => container(`c${index}`, { links: [`c${index + 1}`] }))],
  ['a circle of links', numbers.map((index) => container(`c${index}`, { links: [`c${(index + 1) % MANY}`] }))],
  ['one name', numbers.map(() => container('c', { links: ['c'] }))],
  ['one container with many mounts and ports', [container('c', {
    mountPoints: numbers.map((index) => ({ sourceVolume: `v${index}`, containerPath: `/${index}` })),
    portMappings: numbers.map((index) => ({ containerPortRange: `${index + 1}-65535` })),
  })]],
])('%s: a big file is read to its end', (_, containerDefinitions) => {
  const { findings } = readDockerrun(JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions }), OPTIONS);
  expect(findings.length).toBeGreaterThan(0);
});

test('long texts are no trap for the patterns', () => {
  const long = ['a', 'a-', 'a.', 'A', '/', 'a/', 'gh', 'a://', '-----BEGIN ', 'x_', ' ', ':'].map((part) => part.repeat(200_000 / part.length));
  const containerDefinitions = long.map((text) => container('c', {
    image: text, hostname: text, workingDirectory: text, environment: [{ name: text, value: text }], secrets: [{ name: 'S', valueFrom: text }],
    mountPoints: [{ sourceVolume: text, containerPath: text }], healthCheck: { command: [text] }, dnsServers: [text],
  }));
  const { findings } = readDockerrun(JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions }), OPTIONS);
  expect(findings.length).toBeGreaterThan(0);
});
