import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster } from 'aws-cdk-lib/aws-ecs';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { DockerrunService, EcsEnvironment, DockerrunEnvironmentFile } from '../../lib';
import { agentStatements, container, containersOf, file, Json, only, Props, WEB } from './helpers';

interface Made {
  readonly environment: EcsEnvironment;
  readonly template: Template;
}

function made(files: (bucket: IBucket, stack: Stack) => Props['environmentFiles'], containers: readonly object[] = [WEB]): Made {
  const stack = new Stack(new App(), 'Test');
  const environmentFiles = files(Bucket.fromBucketName(stack, 'Config', 'shop-config'), stack);
  const environment = new EcsEnvironment(stack, 'Environment', { dockerrun: file(containers), environmentFiles });
  return { environment, template: Template.fromStack(stack) };
}

const arn = (path: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:s3:::${path}`]] });

/** What the agent may do with Amazon S3 and AWS KMS, by action. */
function readsOf(template: Template): Json[] {
  const isRead = ({ Action }: Json) => /"(s3|kms):/.test(JSON.stringify(Action));
  return agentStatements(template).filter(isRead).map(({ Action, Resource }) => [Action, Resource]);
}

test('an object of a bucket reaches the container, and the agent may read exactly that', () => {
  const { environment, template } = made((bucket) => ({ web: [DockerrunEnvironmentFile.fromBucket(bucket, 'prod/web.env')] }), [WEB, container('side')]);
  const [web, side] = containersOf(template);
  expect(web.EnvironmentFiles).toEqual([{ Type: 's3', Value: arn('shop-config/prod/web.env') }]);
  expect(side.EnvironmentFiles).toBeUndefined();
  expect(readsOf(template)).toEqual([['s3:GetObject', arn('shop-config/prod/web.env')], ['s3:GetBucketLocation', arn('shop-config')]]);
  expect(environment.plan.decision('environment files of web')).toMatchObject({
    topic: 'environment files of web', choice: 'prod/web.env', source: 'prop',
    reason: 'You chose them; of two files that set a variable the first counts, these before those of the file, and a variable set elsewhere wins.',
  });
  expect(JSON.parse(environment.plan.toJson()).task.containers[0].environmentFiles).toEqual(['prod/web.env']);
});

test('those of the props come before those of the file', () => {
  const own = { type: 's3', value: 'arn:aws:s3:::old-config/web.env' };
  const web = container('web', { portMappings: [{ hostPort: 80, containerPort: 80 }], environmentFiles: [own] });
  const { template } = made((bucket) => ({ web: ['a.env', 'b.env'].map((key) => DockerrunEnvironmentFile.fromBucket(bucket, key)) }), [web]);
  expect(containersOf(template)[0].EnvironmentFiles).toEqual([
    { Type: 's3', Value: arn('shop-config/a.env') }, { Type: 's3', Value: arn('shop-config/b.env') }, { Type: 's3', Value: own.value },
  ]);
});

test('the agent may decrypt with the key of the bucket', () => {
  const { template } = made((_, stack) => ({ web: [DockerrunEnvironmentFile.fromBucket(new Bucket(stack, 'Secret', { encryptionKey: new Key(stack, 'Key') }), 'web.env')] }));
  const { id: bucket } = only(template, 'AWS::S3::Bucket');
  const key = { 'Fn::GetAtt': [only(template, 'AWS::KMS::Key').id, 'Arn'] };
  expect(containersOf(template)[0].EnvironmentFiles[0].Value).toEqual({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', { Ref: bucket }, '/web.env']] });
  expect(readsOf(template)).toContainEqual(['kms:Decrypt', key]);
});

test('a file of this machine is uploaded with the stack', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'environment-')), 'web.env');
  writeFileSync(path, 'COLOR=green\n');
  const { template } = made(() => ({ web: [DockerrunEnvironmentFile.fromAsset(path), DockerrunEnvironmentFile.fromAsset(path)] }));
  const [first, second] = containersOf(template)[0].EnvironmentFiles;
  expect(JSON.stringify(first.Value)).toMatch(/cdk-hnb659fds-assets-.*\/[0-9a-f]{64}\.env"/);
  expect(second).toEqual(first);
  expect(readsOf(template).map(([action, resource]) => [action, JSON.stringify(resource).includes('.env')])).toEqual([['s3:GetObject', true], ['s3:GetBucketLocation', false]]);
});

test('a key that is known at deployment only is not checked', () => {
  const { environment } = made((bucket) => ({ web: [DockerrunEnvironmentFile.fromBucket(bucket, bucket.stack.stackId)] }));
  expect(environment.plan.decision('environment files of web').choice).toBe('${environmentFiles.web[0]}');
});

test('a service on any cluster takes them too', () => {
  const stack = new Stack(new App(), 'Test');
  const cluster = new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') });
  const bucket = Bucket.fromBucketName(stack, 'Config', 'shop-config');
  new DockerrunService(stack, 'Service', { dockerrun: file([container('jobs')]), cluster, environmentFiles: { jobs: [DockerrunEnvironmentFile.fromBucket(bucket, 'jobs.env')] } });
  expect(containersOf(Template.fromStack(stack))[0].EnvironmentFiles).toEqual([{ Type: 's3', Value: arn('shop-config/jobs.env') }]);
});

test.each(['.env', 'prod/.env', 'prod\\.env'])('the file %s could not keep its ending', (path) => {
  const environment = () => new EcsEnvironment(new Stack(), 'Environment', {
    dockerrun: file([container('web')]), environmentFiles: { web: [DockerrunEnvironmentFile.fromAsset(path)] },
  });
  expect(environment).toThrow(`environmentFiles.web[0] must have a name before .env, got "${path}".\n  hint: Rename it, as in "web.env".`);
});

test.each([
  ['for a container that does not exist', { wep: ['web.env'] }, 'Each key of environmentFiles must be the name of a container, got "wep".'],
  ['with another ending', { web: ['prod/.env', 'prod/env'] }, 'environmentFiles.web[1] must end in .env, got "prod/env".'],
])('a file %s is refused', (_, files, message) => {
  const given = (bucket: IBucket, keys: readonly string[]) => keys.map((key) => DockerrunEnvironmentFile.fromBucket(bucket, key));
  const all = (bucket: IBucket) => Object.fromEntries(Object.entries(files).map(([name, keys]) => [name, given(bucket, keys)]));
  expect(() => made(all)).toThrow(message);
});
