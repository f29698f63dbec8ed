import { readDockerrun } from '../../lib/core/reading/read';
import { findingsOf, shapeFindings, told } from './helpers';

const IMAGE = { Image: { Name: 'acme/shop:4.2' } };
const READ_AS_ONE =
  'DR1014 `AWSEBDockerrunVersion` is 1: the file was read as one container "app" that reserves 256 MiB and may use '
  + 'more. Write it as version 2 to choose the name and the memory.';

function version1(body: object): string {
  return JSON.stringify({ AWSEBDockerrunVersion: '1', ...IMAGE, ...body });
}

function specOf(body: object) {
  return readDockerrun(version1(body), { strict: false, substitutions: {} }).document!.spec;
}

/** What is said besides that the file was converted. */
function findings(body: object): string[] {
  const all = shapeFindings(version1(body));
  expect(all).toContain(READ_AS_ONE);
  return all.filter((finding) => finding !== READ_AS_ONE);
}

test('an image alone becomes a container with a name and a memory reservation', () => {
  expect(specOf({})).toMatchObject({
    version: 1, volumes: [], containers: [{ name: 'app', image: 'acme/shop:4.2', memoryReservation: 256 }],
  });
  expect(findings({})).toEqual([]);
});

test.each(['1', 1])('version %p is version 1', (AWSEBDockerrunVersion) => {
  expect(
    readDockerrun(version1({ AWSEBDockerrunVersion }), { strict: false, substitutions: {} }).document!.spec.version,
  ).toBe(1);
});

describe('ports', () => {
  test.each<[string, object[], object[]]>([
    ['the first is served on port 80', [{ ContainerPort: '3000' }], [{ containerPort: 3000, hostPort: 80 }]],
    ['numbers are taken like strings', [{ ContainerPort: 3000 }], [{ containerPort: 3000, hostPort: 80 }]],
    [
      'host port 80 is what the first has anyway', [{ ContainerPort: 3000, HostPort: '80' }],
      [{ containerPort: 3000, hostPort: 80 }],
    ],
    [
      'others keep their host port',
      [{ ContainerPort: 1 }, { ContainerPort: 9229, HostPort: 9230 }],
      [
        { containerPort: 1, hostPort: 80 }, { containerPort: 9229, hostPort: 9230 },
      ],
    ],
    [
      'others without a host port take the container port',
      [{ ContainerPort: 1 }, { ContainerPort: '9464' }],
      [
        { containerPort: 1, hostPort: 80 }, { containerPort: 9464, hostPort: 9464 },
      ],
    ],
    [
      'port 80 of the instance is not taken twice', [{ ContainerPort: 1 }, { ContainerPort: 80 }],
      [{ containerPort: 1, hostPort: 80 }, { containerPort: 80 }],
    ],
  ])('%s', (_name, ports, mappings) => {
    expect(specOf({ Ports: ports }).containers[0].portMappings).toEqual(mappings);
    expect(findings({ Ports: ports })).toEqual([]);
  });

  test.each([8080, '8080', '${PORT}'])('host port %p of the first is not in force', (HostPort) => {
    expect(specOf({ Ports: [{ ContainerPort: 3000, HostPort }] }).containers[0].portMappings).toEqual([
      { containerPort: 3000, hostPort: 80 },
    ]);
    expect(findings({ Ports: [{ ContainerPort: 3000, HostPort }] })).toEqual([
      `DR1005 \`Ports[0].HostPort\` is ${JSON.stringify(HostPort)}, but Beanstalk serves the first port on port 80 `
        + 'of the instance; it was ignored. Remove it, or write the file as version 2 to choose the host port.',
    ]);
  });

  test.each<[unknown, string]>([
    [
      [{ ContainerPort: 65536 }],
      'DR2001 `Ports[0].ContainerPort` must be between 1 and 65535, got 65536. Use at most 65535.',
    ],
    [
      [{ ContainerPort: 1 }, { ContainerPort: '99999' }],
      'DR2001 `Ports[1].ContainerPort` must be between 1 and 65535, got 99999. Use at most 65535.',
    ],
    [[{}], 'DR1003 `Ports[0]` must have the key "ContainerPort". Add "ContainerPort": an integer.'],
    [
      [{ containerPort: 1 }],
      'DR1003 `Ports[0].containerPort` is not a known key, and the required "ContainerPort" is missing. Rename it to '
        + '"ContainerPort".',
    ],
    [['80'], 'DR1001 `Ports[0]` must be an object with ContainerPort, got "80". Write { "ContainerPort": … }.'],
    ['80', 'DR1001 `Ports` must be a list of objects with ContainerPort, got "80". Write [{ "ContainerPort": … }].'],
  ])('%j is refused', (Ports, message) => {
    expect(findings({ Ports })).toEqual([message]);
  });
});

describe('volumes and logs', () => {
  test('are volumes with a name of ours, and mount points', () => {
    const { volumes, containers } = specOf({
      Volumes: [{ HostDirectory: '/etc/localtime', ContainerDirectory: '/tz' }, { ContainerDirectory: '/cache' }],
      Logging: '/var/log/shop',
    });
    expect(volumes).toEqual([
      { name: 'volume-1', host: { sourcePath: '/etc/localtime' } }, { name: 'volume-2', host: {} },
    ]);
    expect(containers[0].mountPoints).toEqual([
      { sourceVolume: 'volume-1', containerPath: '/tz' },
      { sourceVolume: 'volume-2', containerPath: '/cache' },
      { sourceVolume: 'awseb-logs-app', containerPath: '/var/log/shop' },
    ]);
  });

  test.each<[object, string]>([
    [
      { Volumes: [{ HostDirectory: '/a' }] },
      'DR1003 `Volumes[0]` must have the key "ContainerDirectory". Add "ContainerDirectory": a string.',
    ],
    [
      { Volumes: ['/a:/b'] },
      'DR1001 `Volumes[0]` must be an object with HostDirectory and ContainerDirectory, got "/a:/b". Write { '
        + '"ContainerDirectory": … }.',
    ],
    [
      { Volumes: {} },
      'DR1001 `Volumes` must be a list of objects with HostDirectory and ContainerDirectory, got an object. Write [{ '
        + '"ContainerDirectory": … }].',
    ],
    [{ Logging: 5 }, 'DR1001 `Logging` must be a string, got 5. Write "5".'],
  ])('%j is refused', (body, message) => {
    expect(findings(body)).toEqual([message]);
  });
});

describe('commands', () => {
  test.each<[unknown, string[]]>([
    ['serve --port 3000', ['serve', '--port', '3000']],
    ['echo "a b" \'c d\'', ['echo', 'a b', 'c d']],
    ['run --title="a b"c', ['run', '--title=a bc']],
    ['echo "a', ['echo', '"a']],
    ['', []],
    [['serve', 'a b'], ['serve', 'a b']],
  ])('%j is %j', (text, words) => {
    const [{ command, entryPoint }] = specOf({ Command: text, Entrypoint: text }).containers;
    expect([command, entryPoint]).toEqual([words, words]);
  });
});

test('registry credentials are found under either spelling', () => {
  expect(specOf({ Authentication: { Bucket: 'b', Key: 'k' } }).authentication).toEqual({ bucket: 'b', key: 'k' });
  expect(specOf({ Authentication: { bucket: 'b', key: 'k' } }).authentication).toEqual({ bucket: 'b', key: 'k' });
});

test.each<[object, string]>([
  [
    { Image: { Name: 'a:1', Update: 'true' } },
    'DR1005 `Image.Update` is not read; an instance pulls a tag again only when a task starts. Remove it, and give '
      + 'each release its own tag.',
  ],
  [{ image: 'a' }, 'DR1004 `image` is not a known key; it was ignored. Remove it; "Image" is there already.'],
  [
    { Authentication: { Bucket: 'b', Key: 'k', Region: 'x' } },
    'DR1004 `Authentication.Region` is not a known key; it was ignored. Remove it, or use "Bucket", "Key", "bucket" '
      + 'or "key".',
  ],
])('%j holds a key that is not read', (body, message) => {
  expect(findings(body)).toEqual([message]);
});

test.each([undefined, null, 'acme/shop', {}])('image %j asks for a build', (Image) => {
  expect(findingsOf(version1({ Image })).map(told)).toEqual([
    'DR1015 `Image` must be { "Name": … } in version 1; without it Beanstalk builds the Dockerfile of the bundle. '
      + 'Build and push the image, then write "Image": { "Name": "REPOSITORY:TAG" }.',
  ]);
});

test('what the file does not contain has no path', () => {
  const { document } = readDockerrun(
    version1({ Ports: [{ ContainerPort: 1 }], Volumes: [{ ContainerDirectory: '/a' }] }),
    { strict: false, substitutions: {} },
  );
  const { spec, sources } = document!;
  const [app] = spec.containers;
  const places = [
    sources.place(app, 'name'), sources.place(app, 'memoryReservation'),
    sources.place(app.portMappings![0], 'hostPort'), sources.place(spec.volumes[0], 'name'),
  ];
  expect(places.map(({ path }) => path)).toEqual(['', '', '', '']);
  expect(sources.place(app, 'image').path).toBe('Image.Name');
});
