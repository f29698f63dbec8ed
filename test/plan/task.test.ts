import { container, decisionOf, planOf, Settings, WEB } from './helpers';

const task = (settings: Settings, containers: readonly object[], rest: object = {}) => planOf(settings, containers, rest).task;

describe('links', () => {
  const containers = [container('db'), container('web', { links: ['db', 'db:database'] })];

  test('lead to a container, under its own name or an alias', () => {
    expect(task({}, containers).containers[1].links).toEqual([{ container: 'db', alias: 'db' }, { container: 'db', alias: 'database' }]);
  });

  test('do not exist in awsvpc mode', () => {
    expect(task({ networkMode: 'awsvpc' }, containers).containers[1].links).toEqual([]);
  });
});

describe('port mappings', () => {
  const mappings = (portMappings: readonly object[], settings: Settings = { listeners: [{ port: 80, containerPort: 8080 }] }) =>
    task(settings, [container('web', { portMappings: [{ containerPort: 8080 }, ...portMappings] })]).containers[0].portMappings.slice(1);
  const plain = { protocol: 'tcp', containerPortRange: '', name: '', appProtocol: '' };

  test.each<[string, object, object]>([
    ['a fixed host port', { hostPort: 81, containerPort: 8081 }, { ...plain, containerPort: 8081, hostPort: 81 }],
    ['a host port that the instance picks', { hostPort: 0, containerPort: 8081 }, { ...plain, containerPort: 8081, hostPort: 0 }],
    ['no host port', { containerPort: 8081 }, { ...plain, containerPort: 8081, hostPort: 0 }],
    ['UDP', { hostPort: 53, containerPort: 53, protocol: 'udp' }, { ...plain, containerPort: 53, hostPort: 53, protocol: 'udp' }],
    ['a range', { containerPortRange: '9000-9010' }, { ...plain, containerPort: 0, hostPort: 0, containerPortRange: '9000-9010' }],
    [
      'a name and an application protocol', { containerPort: 8081, name: 'api', appProtocol: 'grpc' },
      { ...plain, containerPort: 8081, hostPort: 0, name: 'api', appProtocol: 'grpc' },
    ],
  ])('%s', (_, mapping, planned) => {
    expect(mappings([mapping])).toEqual([planned]);
  });

  test('have the container port as host port in awsvpc mode', () => {
    const awsvpc: Settings = { networkMode: 'awsvpc', listeners: [{ port: 80, containerPort: 8080 }] };
    expect(mappings([{ hostPort: 81, containerPort: 8081 }, { containerPort: 8082 }], awsvpc)).toEqual([
      { ...plain, containerPort: 8081, hostPort: 8081 },
      { ...plain, containerPort: 8082, hostPort: 8082 },
    ]);
  });
});

describe('the environment of a container', () => {
  const region = { name: 'AWS_REGION', value: { unresolved: 'region' } };
  const environment = (settings: Settings, own: readonly object[]) => task(settings, [container('web', { environment: own })]).containers[0].environment;

  test('is the region when nothing else is set', () => {
    expect(environment({}, [])).toEqual([region]);
  });

  test('is the region, the properties of the environment and its own variables, in this order', () => {
    expect(environment({ environmentProperties: { STAGE: 'prod' } }, [{ name: 'COLOR', value: 'green' }])).toEqual([
      region, { name: 'STAGE', value: 'prod' }, { name: 'COLOR', value: 'green' },
    ]);
  });

  test('holds its own value where the properties of the environment have another, also when it is empty', () => {
    const environmentProperties = { STAGE: 'prod', COLOR: 'red' };
    expect(environment({ environmentProperties }, [{ name: 'COLOR', value: '' }, { name: 'STAGE', value: 'test' }])).toEqual([
      region, { name: 'STAGE', value: 'test' }, { name: 'COLOR', value: '' },
    ]);
  });

  test('holds the region that somebody sets', () => {
    expect(environment({ environmentProperties: { AWS_REGION: 'us-east-1' } }, [])).toEqual([{ name: 'AWS_REGION', value: 'us-east-1' }]);
    expect(environment({ environmentProperties: { AWS_REGION: 'us-east-1' } }, [{ name: 'AWS_REGION', value: 'eu-west-1' }])).toEqual([
      { name: 'AWS_REGION', value: 'eu-west-1' },
    ]);
  });

  test('names the prop of a value that is known only at deployment', () => {
    const environmentProperties = { HOST: { unresolved: 'environmentProperties.HOST' } };
    expect(environment({ environmentProperties }, [])).toEqual([region, { name: 'HOST', value: { unresolved: 'environmentProperties.HOST' } }]);
  });

  test('has the properties of the environment in every container', () => {
    const { containers } = task({ environmentProperties: { STAGE: 'prod' } }, [container('web'), container('api')]);
    expect(containers.map((planned) => planned.environment)).toEqual([[region, { name: 'STAGE', value: 'prod' }], [region, { name: 'STAGE', value: 'prod' }]]);
  });
});

test('a container logs to the environment unless the file configures its logging', () => {
  const { containers } = task({}, [container('web'), container('api', { logConfiguration: { logDriver: 'none' } })]);
  expect(containers.map(({ name, logsToEnvironment }) => [name, logsToEnvironment])).toEqual([['web', true], ['api', false]]);
});

test('a container is essential unless the file says otherwise', () => {
  const { containers } = task({}, [container('web'), container('api', { essential: false })]);
  expect(containers.map(({ name, essential }) => [name, essential])).toEqual([['web', true], ['api', false]]);
});

test('what needs no decision is passed on word for word', () => {
  const parameters = { cpu: 64, memory: 256, user: 'nobody', dockerLabels: { team: 'shop' }, command: ['a', ''] };
  expect(task({}, [container('web', parameters)]).containers[0].parameters).toEqual(parameters);
});

describe('volumes', () => {
  const mounts = (...names: readonly string[]) =>
    container('web', { mountPoints: names.map((sourceVolume, index) => ({ sourceVolume, containerPath: `/mnt/${index}` })) });

  test('are of the kind that the file says', () => {
    const volumes = [
      { name: 'path', host: { sourcePath: '/srv' } },
      { name: 'empty' },
      { name: 'hostless', host: {} },
      { name: 'docker', dockerVolumeConfiguration: { scope: 'task', driver: 'local' } },
      { name: 'efs', efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } },
    ];
    expect(task({}, [mounts('path', 'empty', 'hostless', 'docker', 'efs')], { volumes }).volumes).toEqual([
      { kind: 'host', name: 'path', sourcePath: '/srv' },
      { kind: 'scratch', name: 'empty' },
      { kind: 'scratch', name: 'hostless' },
      { kind: 'docker', name: 'docker', configuration: { scope: 'task', driver: 'local' } },
      { kind: 'efs', name: 'efs', configuration: { fileSystemId: 'fs-12345678' } },
    ]);
  });

  test('with a bare name are volumes of Docker, and the plan says so', () => {
    const volumes = [{ name: 'Data', host: { sourcePath: 'db_data' } }];
    const plan = planOf({}, [mounts('Data')], { volumes });
    expect(plan.task.volumes).toEqual([{ kind: 'host', name: 'Data', sourcePath: 'db_data' }]);
    expect(decisionOf(plan, 'volume Data')).toMatchObject({
      choice: "Docker's db_data",
      reason: 'Docker takes a path without "/" for the name of a volume of its own; each instance has another, which '
        + 'is lost with it.',
    });
  });

  test('of logs are made when they are mounted, once, and not when they are declared', () => {
    const volumes = [{ name: 'awseb-logs-db', host: { sourcePath: '/srv/db' } }];
    expect(task({}, [mounts('awseb-logs-web', 'awseb-logs-db'), { ...mounts('awseb-logs-web'), name: 'db' }], { volumes }).volumes).toEqual([
      { kind: 'host', name: 'awseb-logs-db', sourcePath: '/srv/db' },
      { kind: 'host', name: 'awseb-logs-web', sourcePath: '/var/log/containers/web' },
    ]);
  });
});

describe('what the agent needs', () => {
  const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-AbCdEf';

  test('are the private repositories of the images, each once', () => {
    const images = ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.0', '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:2.0', 'nginx:1.29'];
    const containers = images.map((image, index) => container(`c${index}`, { image }));
    expect(task({}, containers).pulls).toEqual([{ account: '111122223333', region: 'eu-west-1', repository: 'shop/web' }]);
  });

  test.each<[string, object, readonly object[]]>([
    ['nothing', {}, []],
    ['a secret without the key that is asked for', { secrets: [{ name: 'A', valueFrom: `${SECRET}:key::` }] }, [{ kind: 'secret', id: SECRET, region: '' }]],
    ['a parameter by name', { secrets: [{ name: 'A', valueFrom: '/shop/a' }] }, [{ kind: 'parameter', id: '/shop/a', region: '' }]],
    [
      'a secret of a log driver', { logConfiguration: { logDriver: 'syslog', secretOptions: [{ name: 'k', valueFrom: SECRET }] } },
      [{ kind: 'secret', id: SECRET, region: '' }],
    ],
    ['registry credentials by name', { repositoryCredentials: { credentialsParameter: 'hub' } }, [{ kind: 'secret', id: 'hub', region: '' }]],
    [
      'an environment file', { environmentFiles: [{ value: 'arn:aws:s3:::shop/prod.env', type: 's3' }] },
      [{ kind: 'object', id: 'arn:aws:s3:::shop/prod.env', region: '' }],
    ],
    [
      'a log group', { logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/shop', 'awslogs-region': 'us-east-1' } } },
      [{ kind: 'log-group', id: '/shop', region: 'us-east-1' }],
    ],
    ['no log group of another driver', { logConfiguration: { logDriver: 'fluentd', options: { 'fluentd-address': 'localhost' } } }, []],
  ])('%s', (_, rest, grants) => {
    expect(task({}, [container('web', rest), container('same', rest)]).grants).toEqual(grants);
  });
});

test('the execution role is the one that the file names', () => {
  const executionRoleArn = 'arn:aws:iam::111122223333:role/agent';
  expect(task({}, [WEB], { executionRoleArn }).executionRoleArn).toBe(executionRoleArn);
  expect(task({}, [WEB]).executionRoleArn).toBeNull();
});
