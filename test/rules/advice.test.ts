import { readDockerrun } from '../../lib/core/reading/read';
import { container, findingsOf, messagesOf } from './findings';

const at = 'containerDefinitions[0]';

test.each([
  ['nginx', [`\`${at}.image\` must name a fixed version, got "nginx", which means "latest".`]],
  ['registry:5000/web', [`\`${at}.image\` must name a fixed version, got "registry:5000/web", which means "latest".`]],
  ['nginx:latest', [`\`${at}.image\` must name a fixed version, got "nginx:latest".`]],
  ['nginx:stable', []],
  [`nginx@sha256:${'a'.repeat(64)}`, []],
  [`nginx:latest@sha256:${'a'.repeat(64)}`, []],
])('image %s', (image, messages) => {
  expect(messagesOf('DR5003', { image })).toEqual(messages);
});

test.each([[true, 1], [false, 0], [undefined, 0]])('privileged %s gives %i warnings', (privileged, warnings) => {
  expect(messagesOf('DR5004', { privileged })).toHaveLength(warnings);
});

describe('host paths', () => {
  const said = (code: string, sourcePath: string, ...readOnly: readonly (boolean | undefined)[]) => findingsOf({
    volumes: [{ name: 'v', host: { sourcePath } }],
    containerDefinitions: readOnly.map((value, index) => container(`c${index}`, { mountPoints: [{ sourceVolume: 'v', containerPath: '/v', readOnly: value }] })),
  }, code);

  test.each([['/var/run/docker.sock', 1], ['/run/docker.sock', 1], ['/var/run', 0], ['/srv/docker.sock.d', 0]])('%s gives %i warnings about the socket', (path, warnings) => {
    expect(said('DR5005', path, true)).toHaveLength(warnings);
  });

  test.each([
    ['/srv/data', [undefined], '"c0"'],
    ['/srv/data', [false, false], '"c0" and "c1"'],
    ['/srv/data', [true, false], '"c1"'],
    ['/srv/data', [false, false, false, false], '"c0", "c1" and 2 more'],
    ['/var/app/currents', [false], '"c0"'],
  ])('%s mounted read-only %j may be written by %s', (path, readOnly, who) => {
    expect(said('DR5006', path, ...readOnly)).toEqual([
      `DR5006 \`volumes[0].host.sourcePath\` must not hold data, which is lost with the instance, got "${path}", where ${who} may write. | Write "readOnly": true in the mount point if nothing is written. Keep data in EFS, S3 or a database.`,
    ]);
  });

  test.each(['/var/app/current', '/var/app/current/x', '/var/run/docker.sock', '/proc', '/proc/', '/sys/fs/cgroup', '/dev/log', '/etc/localtime', '/var/log/containers/web', '/tmp/x', '/'])('%s holds no data', (path) => {
    expect(said('DR5006', path, false)).toEqual([]);
  });

  test('a read-only mount loses nothing', () => {
    expect(said('DR5006', '/srv/data', true)).toEqual([]);
  });
});

describe('host ports', () => {
  test.each([[undefined, 1], [[], 1], ['80:80', 0], [[{ containerPort: 80 }], 0], [[{ hostPort: 80, containerPort: 80 }], 0]])('mappings %j give %i warnings', (portMappings, warnings) => {
    expect(messagesOf('DR5007', { portMappings })).toHaveLength(warnings);
  });

  test('version 1 is advised in its own words', () => {
    const { findings } = readDockerrun('{"AWSEBDockerrunVersion":"1","Image":{"Name":"nginx:1.29"}}', { strict: false, substitutions: {} });
    expect(findings.filter(({ code }) => code === 'DR5007').map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      '`Ports` must publish a port for a listener to reach, got none. Add "Ports": [ { "ContainerPort": 8080 } ]; a worker that only polls a queue needs none.',
    ]);
  });
});

test('credentials in S3 reach instances of EcsEnvironment alone', () => {
  const said = findingsOf({ containerDefinitions: [container('web')], authentication: { bucket: 'b', key: 'k/.dockercfg' } }, 'DR5009');
  expect(said).toEqual([expect.stringMatching(/^DR5009 `authentication` is read by the instances of EcsEnvironment alone, when they boot, got s3:\/\/b\/k\/\.dockercfg\. \| Store the user name/)]);
});
