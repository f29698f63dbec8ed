import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { BeanstalkEnvironment, BeanstalkEnvironmentProps, Dockerrun, SourceBundle } from '../../lib';
import { bundleIn } from '../../lib/bundle/files';
import { Json } from '../ecs/helpers';

const TEXT = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [{ name: 'web', image: 'example/web:<TAG>', memory: 64, portMappings: [{ hostPort: 80, containerPort: 80 }] }],
});

/** The folder that becomes the archive of the version. */
function versionOf(props: BeanstalkEnvironmentProps, certified = false): string {
  const app = new App();
  const stack = new Stack(app, 'Test');
  const certificates = certified ? [acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1')] : undefined;
  new BeanstalkEnvironment(stack, 'Environment', { ...props, certificates });
  const { directory } = app.synth();
  const { files } = JSON.parse(readFileSync(join(directory, 'Test.assets.json'), 'utf8'));
  const [{ source }] = Object.values<Json>(files).filter((file) => file.source.packaging === 'zip');
  return join(directory, source.path);
}

test('without a bundle the version is the file, with its placeholders replaced', () => {
  const folder = versionOf({ dockerrun: Dockerrun.fromString(TEXT, { substitutions: { TAG: 'v1' } }) });
  expect(bundleIn(folder).files.map(({ path }) => path)).toEqual(['Dockerrun.aws.json']);
  expect(JSON.parse(readFileSync(join(folder, 'Dockerrun.aws.json'), 'utf8')).containerDefinitions[0].image).toBe('example/web:v1');
});

test('with a bundle everything in it is there, with its permissions, and the redirect beside it', () => {
  const source = mkdtempSync(join(tmpdir(), 'bundle-'));
  mkdirSync(join(source, '.platform', 'hooks', 'prebuild'), { recursive: true });
  writeFileSync(join(source, 'Dockerrun.aws.json'), TEXT.replace('<TAG>', '1'));
  writeFileSync(join(source, '.platform', 'hooks', 'prebuild', '01.sh'), '#!/bin/sh\n', { mode: 0o755 });
  const folder = versionOf({ sourceBundle: SourceBundle.fromDirectory(source) }, true);
  expect(bundleIn(folder).files.map(({ path }) => path)).toEqual(['.ebextensions/zz-dockerrun-redirect.config', '.platform/hooks/prebuild/01.sh', 'Dockerrun.aws.json']);
  expect(statSync(join(folder, '.platform', 'hooks', 'prebuild', '01.sh')).mode % 0o1000).toBe(0o755);
  expect(readFileSync(join(folder, 'Dockerrun.aws.json'), 'utf8')).toBe(TEXT.replace('<TAG>', '1'));
});

test('what may run in the bundle may run in the version, and makes another one of it', () => {
  const source = mkdtempSync(join(tmpdir(), 'bundle-'));
  writeFileSync(join(source, 'Dockerrun.aws.json'), TEXT.replace('<TAG>', '1'));
  writeFileSync(join(source, 'init.sh'), '#!/bin/sh\n', { mode: 0o644 });
  const made = () => versionOf({ sourceBundle: SourceBundle.fromDirectory(source) });
  const before = made();
  chmodSync(join(source, 'init.sh'), 0o755);
  const after = made();
  expect([before, after].map((folder) => statSync(join(folder, 'init.sh')).mode % 0o1000)).toEqual([0o644, 0o755]);
  expect(basename(before)).not.toBe(basename(after));
});
