import { App, Stack } from 'aws-cdk-lib';
import { BeanstalkEnvironment, Dockerrun, EcsEnvironment } from '../../lib';
import { planBeanstalk } from '../../lib/core/beanstalk';
import { planEcs } from '../../lib/core/plan/ecs/ecs';
import { EnvironmentSettings } from '../../lib/core/settings/settings';
import { Document } from '../../lib/core/spec/model';
import { dockerrunOrigin } from '../../lib/origin';
import { document, TWO } from './plans';

/* Each target has limits of its own, and what only one of them lacks. */
type Target = 'ecs' | 'beanstalk';

function said(target: Target, settings: Partial<EnvironmentSettings>, file: Document = TWO): string[] {
  const { problems } = (target === 'ecs' ? planEcs : planBeanstalk)(file, { vpc: false, ...settings });
  return problems.filter(({ rule }) => rule.severity === 'error').map(({ rule, message }) => `${rule.code} ${message}`);
}

test.each<[Target, number, string[]]>([
  ['beanstalk', 9, ['DR4004 rootVolumeSize must be a whole number of GiB between 10 and 16384 on Elastic Beanstalk, got 9.']],
  ['beanstalk', 10, []],
  ['beanstalk', 16_384, []],
  ['beanstalk', 16_385, ['DR4004 rootVolumeSize must be a whole number of GiB between 10 and 16384 on Elastic Beanstalk, got 16385.']],
  ['ecs', 29, ['DR4004 rootVolumeSize must be a whole number of GiB between 30 and 65536, got 29.']],
  ['ecs', 65_536, []],
])('a root volume on %s of %d GiB', (target, rootVolumeSize, errors) => {
  expect(said(target, { rootVolumeSize })).toEqual(errors);
});

test('a check on the port of the process is no port of its own', () => {
  const checked = (port: number) => said('beanstalk', { listeners: [{ port: 80, instancePort: 8080, healthCheck: { port } }] });
  expect(checked(8080)).toEqual([]);
  expect(checked(80)).toEqual(['DR4202 listeners[0].healthCheck.port must not be set: Elastic Beanstalk has no option for it.']);
});

const WEB = { name: 'web', image: 'example/web:1', memory: 64, portMappings: [{ hostPort: 80, containerPort: 80 }] };
const ROLE = { executionRoleArn: 'arn:aws:iam::123456789012:role/agent' };

test.each([
  ['secrets', [{ name: 'PASSWORD', valueFrom: '/shop/password' }]],
  ['repositoryCredentials', { credentialsParameter: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:hub' }],
  ['environmentFiles', [{ type: 's3', value: 'arn:aws:s3:::shop/web.env' }]],
])('%s of the file want an execution role, which nobody makes on Elastic Beanstalk', (key, value) => {
  const file = (rest: object = {}) => document([{ ...WEB, [key]: value }], rest);
  expect(said('beanstalk', {}, file())).toEqual(['DR4218 must come with an executionRoleArn in the file, got none.']);
  expect(said('beanstalk', {}, file(ROLE))).toEqual([]);
  expect(said('ecs', {}, file())).toEqual([]);
});

const MOUNTED = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  volumes: [{ name: 'conf', host: { sourcePath: '/var/app/current/conf' } }],
  containerDefinitions: [{ ...WEB, mountPoints: [{ sourceVolume: 'conf', containerPath: '/etc/web' }] }],
});

test.each([['EcsEnvironment', EcsEnvironment], ['BeanstalkEnvironment', BeanstalkEnvironment]])('%s has no folder of a bundle without the bundle', (_, Environment) => {
  const make = (dockerrun: Dockerrun) => new Environment(new Stack(new App(), 'Test'), 'Environment', { dockerrun });
  expect(() => make(Dockerrun.fromString(MOUNTED))).toThrow('`volumes[0].host.sourcePath` is a folder of the source bundle and will be empty on the instances, got "/var/app/current/conf".');
  expect(() => make(Dockerrun._of(dockerrunOrigin({ text: MOUNTED }, {}), true))).not.toThrow();
});
