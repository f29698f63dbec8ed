import { fileWith, shapeFindings } from './helpers';

/** A place in a file, and the file with a value there. */
interface Field {
  readonly path: string;
  readonly file: (value: unknown) => string;
}

function field(path: string, file: (value: unknown) => string): Field & { toString(): string } {
  return { path, file, toString: () => path };
}

const container = (key: string) => field(`containerDefinitions[0].${key}`, (value) => fileWith({ [key]: value }));
const inside = (owner: string, rest: object, key: string) =>
  field(`containerDefinitions[0].${owner}.${key}`, (value) => fileWith({ [owner]: { ...rest, [key]: value } }));
const listed = (owner: string, rest: object, key: string) =>
  field(`containerDefinitions[0].${owner}[0].${key}`, (value) => fileWith({ [owner]: [{ ...rest, [key]: value }] }));
const item = (owner: string) => field(`containerDefinitions[0].${owner}[0]`, (value) => fileWith({ [owner]: [value] }));
const inVolume = (kind: string, rest: object, key: string) =>
  field(`volumes[0].${kind}.${key}`, (value) =>
    fileWith({}, { volumes: [{ name: 'v', [kind]: { ...rest, [key]: value } }] }),
  );
const tmpfs = field('containerDefinitions[0].linuxParameters.tmpfs[0].size', (size) =>
  fileWith({ linuxParameters: { tmpfs: [{ containerPath: '/run', size }] } }),
);
const device = field('containerDefinitions[0].linuxParameters.devices[0].permissions[0]', (permission) =>
  fileWith({ linuxParameters: { devices: [{ hostPath: '/dev/fuse', permissions: [permission] }] } }),
);
const gpu = (key: string) =>
  field(`containerDefinitions[0].resourceRequirements[0].sharingStrategy.nvidiaMps.${key}`, (value) =>
    fileWith({
      resourceRequirements: [{ type: 'GPU', value: '1', sharingStrategy: { nvidiaMps: { memory: 1, [key]: value } } }],
    }),
  );
const authorization = field('volumes[0].efsVolumeConfiguration.authorizationConfig.iam', (iam) =>
  fileWith(
    {},
    {
      volumes: [
        {
          name: 'v',
          efsVolumeConfiguration: {
            fileSystemId: 'fs-01234567', transitEncryption: 'ENABLED', authorizationConfig: { iam },
          },
        },
      ],
    },
  ),
);
const healthCheck = (key: string) => inside('healthCheck', { command: ['CMD', 'true'] }, key);
const port = (key: string) => listed('portMappings', { containerPort: 80 }, key);
const efs = (key: string) => inVolume('efsVolumeConfiguration', { fileSystemId: 'fs-01234567' }, key);

/** The most that an integer of 32 bits holds. */
const MAX_INTEGER = 2147483647;

describe('numbers', () => {
  test.each<[Field, number, number]>([
    [container('memory'), 4, MAX_INTEGER],
    [container('memoryReservation'), 4, MAX_INTEGER],
    [container('cpu'), 0, 262144],
    [container('startTimeout'), 2, 120],
    [container('stopTimeout'), 2, MAX_INTEGER],
    [healthCheck('interval'), 5, 300],
    [healthCheck('timeout'), 2, 60],
    [healthCheck('retries'), 1, 10],
    [healthCheck('startPeriod'), 0, 300],
    [port('containerPort'), 1, 65535],
    [port('hostPort'), 0, 65535],
    [inside('restartPolicy', { enabled: true }, 'restartAttemptPeriod'), 60, 1800],
    [inside('linuxParameters', {}, 'maxSwap'), 0, MAX_INTEGER],
    [inside('linuxParameters', {}, 'sharedMemorySize'), 1, MAX_INTEGER],
    [inside('linuxParameters', {}, 'swappiness'), 0, 100],
    [tmpfs, 1, MAX_INTEGER],
    [gpu('memory'), 1, MAX_INTEGER],
    [gpu('maxComputePercent'), 1, 100],
    [efs('transitEncryptionPort'), 1, 65535],
  ])('%s from %d to %d', ({ path, file }, min, max) => {
    const range = `between ${min} and ${max}`;
    expect(shapeFindings(file(min))).toEqual([]);
    expect(shapeFindings(file(min - 1))).toEqual([
      `DR2001 \`${path}\` must be ${range}, got ${min - 1}. Use at least ${min}.`,
    ]);
    expect(shapeFindings(file(max))).toEqual([]);
    expect(shapeFindings(file(max + 1))).toEqual([
      `DR2001 \`${path}\` must be ${range}, got ${max + 1}. Use at most ${max}.`,
    ]);
  });
});

describe('choices', () => {
  test.each<[Field, readonly string[]]>([
    [container('versionConsistency'), ['enabled', 'disabled']],
    [port('protocol'), ['tcp', 'udp']],
    [port('appProtocol'), ['http', 'http2', 'grpc']],
    [listed('dependsOn', { containerName: 'web' }, 'condition'), ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY']],
    [listed('environmentFiles', { value: 'arn:aws:s3:::a/b.env' }, 'type'), ['s3']],
    [listed('resourceRequirements', { value: '1' }, 'type'), ['GPU', 'InferenceAccelerator', 'NeuronDevice']],
    [
      listed('ulimits', { softLimit: 1, hardLimit: 1 }, 'name'),
      [
        'core', 'cpu', 'data', 'fsize', 'locks', 'memlock', 'msgqueue', 'nice', 'nofile', 'nproc', 'rss', 'rtprio',
        'rttime', 'sigpending', 'stack',
      ],
    ],
    [
      inside('logConfiguration', {}, 'logDriver'),
      ['awslogs', 'fluentd', 'gelf', 'json-file', 'journald', 'splunk', 'syslog', 'awsfirelens', 'none'],
    ],
    [inside('firelensConfiguration', {}, 'type'), ['fluentd', 'fluentbit']],
    [device, ['read', 'write', 'mknod']],
    [inVolume('dockerVolumeConfiguration', {}, 'scope'), ['task', 'shared']],
    [efs('transitEncryption'), ['ENABLED', 'DISABLED']],
    [authorization, ['ENABLED', 'DISABLED']],
  ])('%s', ({ path, file }, words) => {
    const quoted = words.map((word) => `"${word}"`);
    const listedWords = quoted.length === 1 ? quoted[0] : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
    for (const word of words) expect(shapeFindings(file(word))).toEqual([]);
    expect(shapeFindings(file('?????????'))).toEqual([
      `DR2003 \`${path}\` must be ${listedWords}, got "?????????". Use ${listedWords}.`,
    ]);
    expect(shapeFindings(file(`${words[0]}x`))).toEqual([
      `DR2003 \`${path}\` must be ${listedWords}, got "${words[0]}x". Did you mean "${words[0]}"?`,
    ]);
  });
});

const NAME = 'must be up to 255 letters, digits, hyphens and underscores';
const HYPHEN = 'Replace every other character by a hyphen.';

describe('forms', () => {
  test.each<[Field, readonly string[], readonly string[], string, string]>([
    [container('name'), ['a', 'A-z_9', 'x'.repeat(255)], ['', 'a b', 'a.b', 'ä'], NAME, HYPHEN],
    [
      field('volumes[0].name', (name) => fileWith({}, { volumes: [{ name }] })), ['a', 'x'.repeat(255)], ['', 'a/b'],
      NAME, HYPHEN,
    ],
    [
      field('executionRoleArn', (executionRoleArn) => fileWith({}, { executionRoleArn })),
      ['arn:aws:iam::123456789012:role/a', 'arn:aws-cn:iam::123456789012:role/path/a'],
      ['a', 'arn:aws:iam::12345678901:role/a', 'arn:aws:iam::123456789012:role/', 'arn:aws:iam::123456789012:user/a'],
      'must be the ARN of an IAM role',
      'Write "arn:aws:iam::ACCOUNT:role/NAME".',
    ],
    [
      item('links'),
      ['db', 'db:database'],
      ['', 'a b', 'a:b:c', ':a', 'a:'],
      'must be a container name, or "name:alias"',
      'Write the name of another container, or "name:alias" to reach it under another name.',
    ],
    [
      item('dnsSearchDomains'),
      ['a', 'shop.internal', 'x'.repeat(254)],
      ['', 'shop.', 'a_b', 'x'.repeat(255)],
      'must be a domain name',
      'Use letters, digits, hyphens and dots, ending in a letter or digit.',
    ],
    [
      listed('extraHosts', { hostname: 'db' }, 'ipAddress'),
      ['10.0.0.1', '::1', 'fe80::1', '::ffff:10.0.0.1'],
      ['', 'db', '10.0.0', '10.0.0.1.2'],
      'must be an IPv4 or IPv6 address',
      'Give a numeric address.',
    ],
    [
      listed('environmentFiles', { type: 's3' }, 'value'),
      ['arn:aws:s3:::b/k.env', 'arn:aws-us-gov:s3:::b/a/k.env'],
      ['b/k.env', 'arn:aws:s3:::b/k.txt', 'arn:aws:s3:::.env'],
      'must be the ARN of an S3 object ending in .env',
      'Write "arn:aws:s3:::bucket/path/name.env".',
    ],
    [
      listed('portMappings', {}, 'containerPortRange'),
      ['1-2', '8000-65535'],
      ['', '80', '80-', '1-2-3', '100000-100001'],
      'must be two ports with a hyphen between them',
      'Write the first and the last port, such as "8000-8010".',
    ],
    [
      port('name'),
      ['web', '9_-', 'x'.repeat(64)],
      ['', 'Web', '-a', 'x'.repeat(65)],
      'must be up to 64 lower-case letters, digits, hyphens and underscores, starting with a letter or digit',
      'Use lower case.',
    ],
  ])('%s', ({ path, file }, good, bad, must, hint) => {
    for (const value of good) expect(shapeFindings(file(value))).toEqual([]);
    for (const value of bad) {
      const shown = value.length > 58 ? `"${value.slice(0, 56)}…"` : JSON.stringify(value);
      expect(shapeFindings(file(value))).toEqual([`DR2002 \`${path}\` ${must}, got ${shown}. ${hint}`]);
    }
  });
});

describe('lengths of lists', () => {
  test.each<[string, number, (count: number) => unknown[]]>([
    [
      'environmentFiles', 10,
      (count) => Array.from({ length: count }, (_, index) => ({ type: 's3', value: `arn:aws:s3:::b/${index}.env` })),
    ],
    ['credentialSpecs', 1, (count) => Array<string>(count).fill('credentialspec:file://a.json')],
    ['restartPolicy.ignoredExitCodes', 50, (count) => [...Array(count).keys()]],
  ])('%s holds at most %d', (path, max, items) => {
    const [owner, key] = path.split('.');
    const file = (count: number) => fileWith({ [owner]: key ? { enabled: true, [key]: items(count) } : items(count) });
    expect(shapeFindings(file(max))).toEqual([]);
    expect(shapeFindings(file(max + 1))).toEqual([
      `DR2001 \`containerDefinitions[0].${path}\` must be at most ${max} items long, got a list. Remove 1 of `
        + `${max + 1}.`,
    ]);
  });
});
