import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Dockerrun, DockerrunEnvironmentFile, EcsEnvironment, EcsEnvironmentProps } from '../../lib';
import { readDockerrun } from '../../lib/core/reading/read';

const ODD_KEY = 'a*b?c$/d.env';
const WRITTEN = 'a${*}b${?}c${$}/d.env';

const fileWith = (document: object, container: object = {}) =>
  JSON.stringify({
    AWSEBDockerrunVersion: 2,
    ...document,
    containerDefinitions: [
      {
        name: 'web',
        image: 'example/web:1',
        memory: 64,
        portMappings: [{ hostPort: 80, containerPort: 80 }],
        ...container,
      },
    ],
  });

const NO_PROPS = (): Partial<EcsEnvironmentProps> => ({});

function resourcesFor(action: string, text: string, props: (stack: Stack) => Partial<EcsEnvironmentProps>) {
  const stack = new Stack();
  new EcsEnvironment(stack, 'Environment', { dockerrun: Dockerrun.fromString(text), ...props(stack) });
  const policies = Template.fromStack(stack).findResources('AWS::IAM::Policy', {
    Properties: { PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: action })]) } },
  });
  return JSON.stringify(policies);
}

describe('a key of S3 that has characters of patterns is read, and no other', () => {
  test.each<[string, string, (stack: Stack) => Partial<EcsEnvironmentProps>]>([
    ['authentication', fileWith({ authentication: { bucket: 'settings', key: ODD_KEY } }), NO_PROPS],
    [
      'environmentFiles of the file',
      fileWith({}, { environmentFiles: [{ value: `arn:aws:s3:::settings/${ODD_KEY}`, type: 's3' }] }), NO_PROPS,
    ],
    [
      'environmentFiles of the props', fileWith({}),
      (stack) => ({
        environmentFiles: {
          web: [DockerrunEnvironmentFile.fromBucket(s3.Bucket.fromBucketName(stack, 'Bucket', 'settings'), ODD_KEY)],
        },
      }),
    ],
  ])('%s', (_, text, props) => {
    const resources = resourcesFor('s3:GetObject', text, props);
    expect(resources).toContain(`settings/${WRITTEN}`);
    expect(resources).not.toContain(`settings/${ODD_KEY}`);
  });
});

describe('a wildcard is refused where no name may have one', () => {
  const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:';
  const logs = (options: object) => ({
    logConfiguration: {
      logDriver: 'awslogs', options: { 'awslogs-group': '/web', 'awslogs-region': 'eu-west-1', ...options },
    },
  });

  test.each<[string, string, string]>([
    ['bucket', fileWith({ authentication: { bucket: '*', key: 'k' } }), 'DR2002'],
    ['bucket with a key', fileWith({ authentication: { bucket: 'b/x', key: 'k' } }), 'DR2002'],
    ['key with a line break', fileWith({ authentication: { bucket: 'bbb', key: 'k\n' } }), 'DR2002'],
    ['role', fileWith({ executionRoleArn: 'arn:aws:iam::123456789012:role/*' }), 'DR2002'],
    ['role with one unknown', fileWith({ executionRoleArn: 'arn:aws:iam::123456789012:role/a?' }), 'DR2002'],
    ['environment file', fileWith({}, { environmentFiles: [{ value: 'arn:aws:s3:::*/*.env', type: 's3' }] }), 'DR2002'],
    ['secret', fileWith({}, { secrets: [{ name: 'A', valueFrom: `${SECRET}*` }] }), 'DR2125'],
    ['secret with a key', fileWith({}, { secrets: [{ name: 'A', valueFrom: `${SECRET}a?:key::` }] }), 'DR2125'],
    [
      'parameter',
      fileWith({}, { secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/*' }] }), 'DR2125',
    ],
    ['credentials', fileWith({}, { repositoryCredentials: { credentialsParameter: `${SECRET}*` } }), 'DR2126'],
    ['log group', fileWith({}, logs({ 'awslogs-group': '*' })), 'DR2132'],
    ['region', fileWith({}, logs({ 'awslogs-region': '*' })), 'DR2132'],
  ])('%s', (_, text, code) => {
    const { findings } = readDockerrun(text, { strict: false, substitutions: {} });
    expect(findings.filter(({ severity }) => severity === 'error').map((finding) => finding.code)).toEqual([code]);
  });

  test.each([
    fileWith({}, { secrets: [{ name: 'A', valueFrom: `${SECRET}rds!cluster-1-AbCdEf` }] }),
    fileWith({}, { secrets: [{ name: 'A', valueFrom: `${SECRET}app/db_x+y=z.@w:key::` }] }),
    fileWith({}, logs({ 'awslogs-group': '/aws/ecs_1/a.b#c-d' })),
    fileWith({}, logs({ 'awslogs-region': 'us-gov-west-1' })),
    fileWith({ executionRoleArn: 'arn:aws:iam::123456789012:role/service-role/a+b=c,d.e@f_g-h' }),
    fileWith({ authentication: { bucket: 'my-bucket.eu', key: 'a b/.dockercfg' } }),
  ])('and nothing is refused that is a name: %#', (text) => {
    const { findings } = readDockerrun(text, { strict: false, substitutions: {} });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
