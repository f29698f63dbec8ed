import { container, findingsOf, messagesOf } from './findings';

const WEB = { name: 'web', image: 'nginx:1.29', memory: 128, portMappings: [{ hostPort: 80, containerPort: 80 }] };
const at = 'containerDefinitions[0]';

describe('image-name', () => {
  test.each([
    'nginx', 'nginx:1.29', 'nginx:1.29_RC-1', 'shop/web', 'a__b', 'a--b', 'localhost/web', 'localhost:5000/web', 'Registry.example.com/shop/web:V1', 'registry:5000/web',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.4', 'public.ecr.aws/nginx/nginx:1.29', `shop/web@sha256:${'a'.repeat(64)}`,
    `shop/web:1.4@sha256:${'0'.repeat(64)}`, `web:${'a'.repeat(128)}`, 'a'.repeat(255),
  ])('accepts %s', (image) => {
    expect(messagesOf('DR2101', { image })).toEqual([]);
  });

  test.each([
    ['Shop/web', `\`${at}.image\` must be in lower case up to the tag, got "Shop/web".`],
    [' nginx', `\`${at}.image\` must have no spaces, got " nginx".`],
    ['http://nginx', `\`${at}.image\` must be an image name, not a URL, got "http://nginx".`],
    ['nginx:', `\`${at}.image\` must not end with ":", got "nginx:".`],
    ['nginx@', `\`${at}.image\` must not end with "@", got "nginx@".`],
    ['a..b', `\`${at}.image\` must have the form [registry[:port]/]repository[:tag][@digest], got "a..b".`],
    ['web:-1', `\`${at}.image\` must have the form [registry[:port]/]repository[:tag][@digest], got "web:-1".`],
    ['web@sha256:abc', `\`${at}.image\` must have the form [registry[:port]/]repository[:tag][@digest], got "web@sha256:abc".`],
    [`web:${'a'.repeat(129)}`, `\`${at}.image\` must have the form [registry[:port]/]repository[:tag][@digest], got "web:${'a'.repeat(52)}…".`],
    ['a'.repeat(256), `\`${at}.image\` must be at most 255 characters long, got "${'a'.repeat(56)}…".`],
  ])('refuses %s', (image, message) => {
    expect(messagesOf('DR2101', { image })).toEqual([message]);
  });
});

describe('memory', () => {
  test.each([[{ memory: 6 }], [{ memory: undefined, memoryReservation: 6 }], [{ memory: 512, memoryReservation: 512 }], [{ memory: 513, memoryReservation: 512 }]])('accepts %j', (limits) => {
    expect(findingsOf({ containerDefinitions: [{ ...WEB, ...limits }] })).toEqual([]);
  });

  test('has to be stated', () => {
    expect(messagesOf('DR2102', { memory: undefined })).toEqual([`\`${at}\` must state "memory" or "memoryReservation", got neither.`]);
  });

  test('is not said to be missing where it is wrong', () => {
    expect(messagesOf('DR2102', { memory: 'much' })).toEqual([]);
  });

  test('is refused below the reservation', () => {
    expect(messagesOf('DR2103', { memory: 511, memoryReservation: 512 })).toEqual([`\`${at}.memory\` must not be lower than memoryReservation, 512, got 511.`]);
  });

  test('is warned of below what Docker needs', () => {
    expect(messagesOf('DR2104', { memory: 5 })).toEqual([`\`${at}.memory\` must be 6 or more, got 5.`]);
  });
});

describe('ports', () => {
  test.each([21, 23, 2374, 2377, 51677, 51681])('host port %i is free', (hostPort) => {
    expect(messagesOf('DR2105', { portMappings: [{ hostPort, containerPort: 80 }] })).toEqual([]);
  });

  test.each([[22, 'SSH'], [2375, 'Docker'], [2376, 'Docker'], [51678, 'the ECS agent'], [51679, 'the ECS agent'], [51680, 'the ECS agent']])('host port %i is reserved for %s', (hostPort, owner) => {
    const message = `\`${at}.portMappings[0].hostPort\` must not be a port that the instance reserves for ${owner}, got ${hostPort}.`;
    expect(messagesOf('DR2105', { portMappings: [{ hostPort, containerPort: 80 }] })).toEqual([message]);
  });

  test('only TCP ports are reserved', () => {
    expect(messagesOf('DR2105', { portMappings: [{ hostPort: 22, containerPort: 22, protocol: 'udp' }] })).toEqual([]);
  });

  test.each(['1-2', '65534-65535'])('range %s is accepted', (containerPortRange) => {
    expect(messagesOf('DR2106', { portMappings: [{ containerPortRange }] })).toEqual([]);
  });

  test.each([['0-2', '1-2'], ['9-8', '8-9'], ['65535-65536', '65534-65535'], ['70000-80000', '65534-65535']])('range %s is refused in favor of %s', (containerPortRange, better) => {
    const message = `DR2106 \`${at}.portMappings[0].containerPortRange\` must go up and stay between 1 and 65535, got "${containerPortRange}". | Write "${better}".`;
    expect(findingsOf({ containerDefinitions: [{ ...WEB, portMappings: [{ containerPortRange }] }] }, 'DR2106')).toEqual([message]);
  });

  test('a range of one port is that port', () => {
    const [said] = findingsOf({ containerDefinitions: [{ ...WEB, portMappings: [{ containerPortRange: '80-80' }] }] }, 'DR2106');
    expect(said).toMatch(/Write "containerPort": 80 instead\.$/);
  });

  test.each([[100, 0], [101, 1]])('%i ranges give %i errors', (count, errors) => {
    const portMappings = Array.from({ length: count }, (_, index) => ({ containerPortRange: `${1000 + 2 * index}-${1001 + 2 * index}` }));
    expect(messagesOf('DR2107', { portMappings })).toHaveLength(errors);
  });
});

describe('size of the file', () => {
  test.each([[[], 1], [[null], 1], ['none', 0], [[WEB], 0]])('containers %j', (containerDefinitions, errors) => {
    expect(findingsOf({ containerDefinitions }, 'DR2108')).toHaveLength(errors);
  });

  test.each([[10, []], [11, ['one container']], [12, ['2 containers']]])('%i containers', (count, moved) => {
    const containerDefinitions = Array.from({ length: count }, (_, index) => container(`c${index}`));
    const hints = findingsOf({ containerDefinitions }, 'DR2109').map((said) => /Move (.*) to a second/.exec(said)?.[1]);
    expect(hints).toEqual(moved);
  });

  test('64 KiB are accepted, a byte more is not', () => {
    const fileOf = (length: number) => ({ containerDefinitions: [{ ...WEB, command: ['x'.repeat(length)] }] });
    const empty = Buffer.byteLength(JSON.stringify({ ...fileOf(0), volumes: [] }));
    expect(findingsOf(fileOf(65536 - empty), 'DR2110')).toEqual([]);
    expect(findingsOf(fileOf(65537 - empty), 'DR2110')[0]).toContain('must be at most 65536 bytes with the volumes, got 65537.');
  });
});

describe('volumes', () => {
  const volume = (extra: object) => ({ containerDefinitions: [{ ...WEB, mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }], volumes: [{ name: 'data', ...extra }] });

  test.each([
    ['./data', 'Write "/var/app/current/data" if you mean the source bundle; it is at /var/app/current.'],
    ['.', 'Write "/var/app/current" if you mean the source bundle; it is at /var/app/current.'],
    ['data/static', 'Write "/var/app/current/data/static" if you mean the source bundle; it is at /var/app/current.'],
    ['d', 'Write "/var/app/current/d" if you mean the source bundle; it is at /var/app/current.'],
    ['../data', 'Write the full path, starting with "/".'],
    ['~/data', 'Write the full path, starting with "/".'],
    ['C:\\\\data', 'Write the full path, starting with "/".'],
  ])('host path %s is refused', (sourcePath, hint) => {
    const message = `DR2111 \`volumes[0].host.sourcePath\` must be an absolute path of the instance, got ${JSON.stringify(sourcePath)}. | ${hint}`;
    expect(findingsOf(volume({ host: { sourcePath } }), 'DR2111')).toEqual([message]);
  });

  test.each(['data', 'db', 'db_data.v2', '0'.repeat(2)])('host path %s is a volume of Docker', (sourcePath) => {
    const file = volume({ host: { sourcePath } });
    expect(findingsOf(file, 'DR2111')).toEqual([]);
    expect(findingsOf(file, 'DR5006')).toEqual([]);
    expect(findingsOf(file, 'DR5010')).toEqual([
      'DR5010 `volumes[0].host.sourcePath` is the name of a volume of Docker, which is lost with the instance, got '
        + `"${sourcePath}" for "web". | Keep data in EFS, S3 or a database. If a folder of the source bundle is meant, `
        + `write its path, "/var/app/current/${sourcePath}".`,
    ]);
  });

  test.each([[{}], [{ host: {} }], [{ host: { sourcePath: '' } }], [{ host: { sourcePath: '/' } }], [{ host: { sourcePath: '${HOME}/x' } }]])('%j has no relative path', (extra) => {
    expect(findingsOf(volume(extra), 'DR2111')).toEqual([]);
  });

  test.each([
    [{ host: {}, dockerVolumeConfiguration: {} }, undefined],
    [{ host: { sourcePath: '/x' }, dockerVolumeConfiguration: {} }, 'host.sourcePath and dockerVolumeConfiguration'],
    [{ dockerVolumeConfiguration: {}, efsVolumeConfiguration: { fileSystemId: 'fs-1' } }, 'dockerVolumeConfiguration and efsVolumeConfiguration'],
  ])('%j', (extra, kinds) => {
    expect(findingsOf(volume(extra), 'DR2113').map((said) => /got (.*)\. \|/.exec(said)?.[1])).toEqual(kinds ? [kinds] : []);
  });

  test.each([[{ scope: 'shared', autoprovision: true }, 0], [{ scope: 'task', autoprovision: false }, 0], [{ autoprovision: true }, 1], [{ scope: 'task', autoprovision: true }, 1]])('%j', (docker, errors) => {
    expect(findingsOf(volume({ dockerVolumeConfiguration: docker }), 'DR2114')).toHaveLength(errors);
  });

  test.each([
    [{}, 0],
    [{ authorizationConfig: { iam: 'DISABLED' } }, 0],
    [{ authorizationConfig: { iam: 'ENABLED' }, transitEncryption: 'ENABLED', rootDirectory: '/a' }, 0],
    [{ authorizationConfig: { iam: 'ENABLED' }, transitEncryption: 'DISABLED' }, 1],
    [{ authorizationConfig: { accessPointId: 'fsap-1' }, transitEncryption: 'ENABLED', rootDirectory: '/' }, 0],
    [{ authorizationConfig: { accessPointId: 'fsap-1' }, transitEncryption: 'ENABLED', rootDirectory: '/a' }, 1],
    [{ authorizationConfig: { accessPointId: 'fsap-1' }, rootDirectory: '/a' }, 2],
  ])('EFS with %j gives %i errors', (efs, errors) => {
    expect(findingsOf(volume({ efsVolumeConfiguration: { fileSystemId: 'fs-1', ...efs } }), 'DR2115')).toHaveLength(errors);
  });
});
