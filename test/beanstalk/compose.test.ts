import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { AssetManifestArtifact } from 'aws-cdk-lib/cx-api';
import { BeanstalkEnvironment, BeanstalkEnvironmentProps, BeanstalkPlatform, OptionSettings, SourceBundle } from '../../lib';
import { container, file } from '../ecs/helpers';
import { folder } from '../option-settings/folder';

/* Which platform an environment gets, by the kind of its file. */
const FOLDER = join(__dirname, '..', 'compose', 'project');
const [ECS, DOCKER] = ['ECS', 'Docker'].map((kind) => `${kind} running on 64bit Amazon Linux 2023`);
const WEB = container('web', { portMappings: [{ hostPort: 80, containerPort: 80 }] });

function made(props: Partial<BeanstalkEnvironmentProps> = {}) {
  const app = new App();
  const stack = new Stack(app, 'Shop', { env: { region: 'eu-west-1' } });
  new BeanstalkEnvironment(stack, 'Environment', { ...props.dockerrun ? {} : { sourceBundle: SourceBundle.fromDirectory(FOLDER) }, ...props });
  return { app, stack, template: Template.fromStack(stack) };
}

function platformOf(props?: Partial<BeanstalkEnvironmentProps>): unknown {
  const [{ Properties }] = Object.values(made(props).template.findResources('AWS::ElasticBeanstalk::Environment'));
  const { PlatformArn } = Properties as Record<string, any>;
  return typeof PlatformArn === 'string' ? PlatformArn.split('platform/')[1] : PlatformArn['Fn::Join'][1].at(-1).split('platform/')[1];
}

test('the Docker platform gets the compose file and all beside it as they are', () => {
  const { app } = made({ platform: BeanstalkPlatform.dockerAl2023('4.12.0') });
  const manifest = app.synth().artifacts.find((artifact) => artifact instanceof AssetManifestArtifact)!;
  const folders = Object.values(manifest.contents.files ?? {}).filter(({ source }) => source.packaging === 'zip').map(({ source }) => join(app.outdir, source.path!));
  const bundle = folders.find((path) => readdirSync(path).includes('docker-compose.yml'))!;
  expect(readdirSync(bundle).sort()).toEqual(readdirSync(FOLDER).sort());
  expect(readFileSync(join(bundle, 'docker-compose.yml'), 'utf8')).toBe(readFileSync(join(FOLDER, 'docker-compose.yml'), 'utf8'));
});

test('a compose file gets it whether anybody names it or not, a Dockerrun file the other', () => {
  expect(platformOf({ platform: BeanstalkPlatform.dockerAl2023('4.12.0') })).toBe(`${DOCKER}/4.12.0`);
  expect(platformOf()).toBe(`${DOCKER}/4.11.0`);
  expect(platformOf({ dockerrun: file([WEB]) })).toBe(`${ECS}/4.5.0`);
});

test('only the ECS platform needs the rights of the agent of Amazon ECS', () => {
  const hasAgent = (props?: Partial<BeanstalkEnvironmentProps>) => JSON.stringify(made(props).template.findResources('AWS::IAM::Role')).includes('AWSElasticBeanstalkMulticontainerDocker');
  expect(hasAgent()).toBe(false);
  expect(hasAgent({ dockerrun: file([WEB]) })).toBe(true);
});

test.each([
  ['by version', BeanstalkPlatform.ecsAl2023('4.9.0'), BeanstalkPlatform.dockerAl2023('4.12.0')],
  ['by ARN', BeanstalkPlatform.arn(`arn:aws:elasticbeanstalk:eu-west-1::platform/${ECS}/4.9.0`), BeanstalkPlatform.arn(`arn:aws:elasticbeanstalk:eu-west-1::platform/${DOCKER}/4.12.0`)],
])('neither platform reads the file of the other: %s', (_, ecsPlatform, docker) => {
  expect(() => made({ platform: ecsPlatform })).toThrow(`platform must be "${DOCKER}", which reads compose files, got "${ECS}", which reads Dockerrun files of version 2.`);
  expect(() => made({ platform: ecsPlatform })).toThrow('Use BeanstalkPlatform.dockerAl2023(version).');
  expect(() => made({ platform: docker, dockerrun: file([WEB]) })).toThrow(`platform must be "${ECS}", which reads Dockerrun files of version 2, got "${DOCKER}", which reads compose files.`);
  expect(() => made({ platform: docker, dockerrun: file([WEB]) })).toThrow('Use BeanstalkPlatform.ecsAl2023(version).');
  expect(() => made({ platform: docker })).not.toThrow();
  expect(() => made({ platform: ecsPlatform, dockerrun: file([WEB]) })).not.toThrow();
});

test('files may name a version of it; those of the other platform are told and not used', () => {
  const named = (stack: string) => OptionSettings.fromDirectory(folder({ 'env.yaml': `SolutionStack: 64bit Amazon Linux 2023 v4.8.0 running ${stack}\n` }));
  expect(platformOf({ optionSettings: named('Docker') })).toBe(`${DOCKER}/4.8.0`);
  expect(platformOf({ optionSettings: named('ECS') })).toBe(`${DOCKER}/4.11.0`);
  const { stack } = made({ optionSettings: named('ECS') });
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp(`of "${DOCKER}", got one of "${ECS}" in env.yaml:1; 4.11.0, of`));
});
