import { container, findingsOf, messagesOf } from './findings';

const at = 'containerDefinitions[0]';

test('each container after the first of its name is refused', () => {
  expect(messagesOf('DR3001', {}, container('web'), container('api'), container('web'))).toEqual([
    '`containerDefinitions[1].name` must be unique, got "web", which is also the name of containerDefinitions[0].',
    '`containerDefinitions[3].name` must be unique, got "web", which is also the name of containerDefinitions[0].',
  ]);
});

describe('volumes', () => {
  const said = (code: string, volumes: readonly string[], mounts: readonly string[]) => findingsOf({
    volumes: volumes.map((name) => ({ name })),
    containerDefinitions: [container('web', { mountPoints: mounts.map((sourceVolume, index) => ({ sourceVolume, containerPath: `/m${index}` })) })],
  }, code);

  test.each([
    [['a'], ['a'], []],
    [[], ['a'], ['DR3002 `containerDefinitions[0].mountPoints[0].sourceVolume` must name a declared volume (there is none), got "a". | Declare it: "volumes": [ { "name": "a", "host": { "sourcePath": "/…" } } ].']],
    [['data', 'conf'], ['conv'], ['DR3002 `containerDefinitions[0].mountPoints[0].sourceVolume` must name a declared volume ("data" or "conf"), got "conv". | Did you mean "conf"?']],
  ])('%j mounted as %j', (volumes, mounts, expected) => {
    expect(said('DR3002', volumes, mounts)).toEqual(expected);
  });

  test('a message names ten volumes and counts the others', () => {
    const [message] = said('DR3002', Array.from({ length: 13 }, (_, index) => `v${index}`), ['x']);
    expect(message).toContain('"v8" or "v9" or one of 3 more), got "x"');
  });

  test.each([
    [[], ['awseb-logs-web'], 0],
    [['awseb-logs-api'], ['awseb-logs-api'], 0],
    [[], ['awseb-logs-api'], 1],
    [[], ['awseb-logs-'], 1],
  ])('%j mounted as %j gives %i log volume errors', (volumes, mounts, errors) => {
    expect(said('DR3003', volumes, mounts)).toHaveLength(errors);
  });

  test('two volumes of one name are refused', () => {
    expect(said('DR3004', ['a', 'b', 'a'], [])).toEqual([
      'DR3004 `volumes[2].name` must be unique, got "a", which is also the name of volumes[0]. | Remove one of the two, or rename it and the mount points that mean it.',
    ]);
  });

  test.each([[['a'], ['a'], 0], [['a', 'b'], ['a'], 1]])('%j mounted as %j leaves %i unmounted', (volumes, mounts, warnings) => {
    expect(said('DR3005', volumes, mounts)).toHaveLength(warnings);
  });

  test('a tmpfs counts as a mount', () => {
    const extra = { mountPoints: [{ sourceVolume: 'a', containerPath: '/x' }], linuxParameters: { tmpfs: [{ containerPath: '/x/', size: 1 }] } };
    expect(messagesOf('DR3006', extra)).toEqual([`\`${at}.linuxParameters.tmpfs[0].containerPath\` must not be mounted twice, got "/x/", as in ${at}.mountPoints[0].`]);
    expect(messagesOf('DR3006', { ...extra, linuxParameters: { tmpfs: [{ containerPath: '/x/y', size: 1 }] } })).toEqual([]);
  });

  test('volumes come from containers of the file', () => {
    expect(messagesOf('DR3007', { volumesFrom: [{ sourceContainer: 'api' }, { sourceContainer: 'apo' }] }, container('api')))
      .toEqual([`\`${at}.volumesFrom[1].sourceContainer\` must name a container ("web" or "api"), got "apo".`]);
  });
});

describe('ports', () => {
  const mapping = (hostPort: number | undefined, containerPort: number, protocol?: string) => ({ hostPort, containerPort, protocol });

  test.each([
    [[mapping(80, 80)], [mapping(81, 80)], []],
    [[mapping(53, 53)], [mapping(53, 53, 'udp')], []],
    [[mapping(0, 80)], [mapping(0, 80)], []],
    [[mapping(undefined, 80)], [mapping(undefined, 80)], []],
    [[mapping(80, 80)], [mapping(80, 8080, 'tcp')], ['`containerDefinitions[1].portMappings[0].hostPort` must be free for container "api", got 80 (tcp), which container "web" publishes already.']],
    [[mapping(80, 80), mapping(80, 81)], [], ['`containerDefinitions[0].portMappings[1].hostPort` must be free for container "web", got 80 (tcp), which this container publishes already.']],
  ])('%j beside %j', (first, second, messages) => {
    expect(messagesOf('DR3010', { portMappings: first }, container('api', { portMappings: second }))).toEqual(messages);
  });

  test.each([
    [[mapping(80, 80), mapping(81, 81)], 0],
    [[mapping(53, 53), mapping(53, 53, 'udp')], 0],
    [[mapping(80, 80), mapping(80, 80)], 0],
    [[mapping(80, 80), mapping(81, 80)], 1],
    [[mapping(0, 80), mapping(0, 80)], 1],
  ])('%j repeats %i container ports', (portMappings, warnings) => {
    expect(messagesOf('DR3011', { portMappings })).toHaveLength(warnings);
  });

  test.each([
    [['10-19'], 9, 0], [['10-19'], 10, 1], [['10-19'], 19, 1], [['10-19'], 20, 0], [['10-19', '20-29'], 1, 0], [['10-20', '20-29'], 1, 1], [['10-99', '20-29', '40-49'], 1, 2],
  ])('ranges %j beside port %i give %i errors', (ranges, containerPort, errors) => {
    const portMappings = [...ranges.map((containerPortRange) => ({ containerPortRange })), { containerPort }];
    expect(messagesOf('DR3012', { portMappings })).toHaveLength(errors);
    expect(messagesOf('DR3012', { portMappings: [...ranges.slice(0, 1).map((containerPortRange) => ({ containerPortRange })), { containerPort, protocol: 'udp' }] })).toEqual([]);
  });
});

describe('links and dependencies', () => {
  test('a link names a container, an alias is free', () => {
    expect(messagesOf('DR3020', { links: ['api:backend', 'backend'] }, container('api'))).toEqual([`\`${at}.links[1]\` must name a container ("web" or "api"), got "backend".`]);
  });

  test.each([
    [['a', 'b'], 0], [['a', 'a'], 0], [['a:x', 'a:y'], 0], [['a:x', 'a:x'], 0], [['a:x', 'b:x'], 1], [['a:b', 'b'], 1],
  ])('links %j give %i alias errors', (links, errors) => {
    expect(messagesOf('DR3021', { links }, container('a'), container('b'))).toHaveLength(errors);
  });

  test('a dependency names a container', () => {
    const dependsOn = [{ containerName: 'api', condition: 'START' }, { containerName: 'db', condition: 'START' }];
    expect(messagesOf('DR3022', { dependsOn }, container('api'))).toEqual([`\`${at}.dependsOn[1].containerName\` must name a container ("web" or "api"), got "db".`]);
  });

  test('no reference leads to its own container', () => {
    const extra = { links: ['web:me'], dependsOn: [{ containerName: 'web', condition: 'START' }], volumesFrom: [{ sourceContainer: 'web' }] };
    expect(messagesOf('DR3023', extra)).toEqual([
      `\`${at}.links[0]\` must name another container, got "web", which is this one.`,
      `\`${at}.dependsOn[0].containerName\` must name another container, got "web", which is this one.`,
      `\`${at}.volumesFrom[0].sourceContainer\` must name another container, got "web", which is this one.`,
    ]);
    expect(messagesOf('DR3024', extra)).toEqual([]);
  });

  test.each([
    ['START', {}, []],
    ['SUCCESS', { essential: false }, []],
    ['COMPLETE', {}, ['DR3025']],
    ['SUCCESS', { essential: true }, ['DR3025']],
    ['HEALTHY', { healthCheck: { command: ['true'] } }, []],
    ['HEALTHY', {}, ['DR3026']],
  ])('%s of a container with %j', (condition, extra, expected) => {
    const codes = ['DR3025', 'DR3026'].filter((code) => messagesOf(code, { dependsOn: [{ containerName: 'api', condition }] }, container('api', extra)).length > 0);
    expect(codes).toEqual(expected);
  });

  test.each([[[undefined, false], 0], [[true, false], 0], [[false, undefined], 0], [[false, false], 1], [[false], 1]])('essential %j gives %i errors', (values, errors) => {
    expect(findingsOf({ containerDefinitions: values.map((essential, index) => container(`c${index}`, { essential })) }, 'DR3027')).toHaveLength(errors);
  });
});

describe('variables and logs', () => {
  const secret = { name: 'KEY', valueFrom: '/key' };

  test.each([
    [['A', 'B'], 0], [['A', 'a'], 0], [['A', 'A'], 1], [['A', 'A', 'A'], 2],
  ])('variables %j give %i warnings', (names, warnings) => {
    expect(messagesOf('DR3030', { environment: names.map((name, index) => ({ name, value: String(index) })) })).toHaveLength(warnings);
  });

  test.each([
    [[], [secret], []],
    [[{ name: 'KEY', value: 'x' }], [secret], [`\`${at}.secrets[0].name\` must not be set elsewhere, got "KEY", as in ${at}.environment[0].`]],
    [[], [secret, secret], [`\`${at}.secrets[1].name\` must not be set elsewhere, got "KEY", as in ${at}.secrets[0].`]],
  ])('environment %j and secrets %j', (environment, secrets, messages) => {
    expect(messagesOf('DR3031', { environment, secrets })).toEqual(messages);
  });

  test('awsfirelens needs a router in the file', () => {
    const extra = { logConfiguration: { logDriver: 'awsfirelens' } };
    expect(messagesOf('DR3032', extra)).toEqual([`\`${at}.logConfiguration.logDriver\` must go with a container that has firelensConfiguration, got awsfirelens alone.`]);
    expect(messagesOf('DR3032', extra, container('router', { firelensConfiguration: { type: 'fluentbit' } }))).toEqual([]);
  });
});
