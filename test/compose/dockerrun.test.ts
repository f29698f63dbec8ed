import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { ContainerImage, NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { AssetManifestArtifact } from 'aws-cdk-lib/cx-api';
import { Dockerrun, EcsEnvironment, EcsEnvironmentProps } from '../../lib';

const FOLDER = join(__dirname, 'project');
const FILE = join(FOLDER, 'docker-compose.yml');

function synthesized(props: Partial<EcsEnvironmentProps> = {}) {
  const app = new App();
  const stack = new Stack(app, 'Shop');
  new EcsEnvironment(stack, 'Environment', { dockerrun: Dockerrun.fromCompose(FILE), ...props });
  const images = app.synth().artifacts.filter((artifact) => artifact instanceof AssetManifestArtifact)
    .flatMap(({ contents }) => Object.values(contents.dockerImages ?? {}));
  return { template: Template.fromStack(stack), images };
}

function containers(template: Template) {
  const [task] = Object.values(template.findResources('AWS::ECS::TaskDefinition'));
  return (task.Properties as { ContainerDefinitions: Readonly<Record<string, unknown>>[] }).ContainerDefinitions;
}

test('services become containers, and an image is built for the instances', () => {
  const { template, images } = synthesized();
  expect(containers(template).map(({ Name, Links }) => [Name, Links])).toEqual([['web', ['cache']], ['cache', undefined]]);
  expect(JSON.stringify(containers(template)[0].Image)).toContain('cdk-hnb659fds-container-assets-');
  expect(images).toEqual([expect.objectContaining({ source: expect.objectContaining({ platform: 'linux/amd64', dockerBuildArgs: { LEVEL: 'info' } }) })]);
});

test('on other instances it is built for them', () => {
  const instanceType = new InstanceType('t4g.small');
  expect(synthesized({ instanceType }).images[0].source.platform).toBe('linux/arm64');
});

test('an image of the props wins', () => {
  const { template, images } = synthesized({ images: { web: ContainerImage.fromRegistry('acme/web:2.0') } });
  expect([containers(template)[0].Image, images]).toEqual(['acme/web:2.0', []]);
});

test('a network mode of the props wins', () => {
  const { template } = synthesized({ networkMode: NetworkMode.AWS_VPC });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', { NetworkMode: 'awsvpc' });
});

test('variables come from substitutions, and profiles turn services on', () => {
  const dockerrun = Dockerrun.fromCompose(FILE, { substitutions: { CACHE_TAG: '9.9' }, profiles: ['jobs'] });
  expect(dockerrun.containerNames).toEqual(['web', 'cache', 'job']);
  expect(dockerrun._document.spec.containers[1].image).toBe('valkey/valkey:9.9');
});

test('what is wrong is told with its file, and by lint without an exception', () => {
  const options = { overrides: [join(FOLDER, 'wrong.yml')] };
  expect(() => Dockerrun.fromCompose(FILE, options)).toThrow(/docker-compose\.yml cannot be deployed[\s\S]*error DR7003 compose-key {2}wrong\.yml:3:5/);
  expect(Dockerrun.lintCompose(FILE, options).filter(({ severity }) => severity === 'error')).toEqual([
    expect.objectContaining({ code: 'DR7003', otherFile: 'wrong.yml', line: 3 }),
  ]);
});
