import { App, Duration, Lazy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { TagMutability } from 'aws-cdk-lib/aws-ecr';
import { Key } from 'aws-cdk-lib/aws-kms';
import { DockerrunRepositories, DockerrunRepositoriesProps, EcsEnvironment } from '../../lib';
import { agentStatements, container, containersOf, file, Json, WEB } from './helpers';

const DOCKERRUN = file([WEB, container('Side_Car', { image: 'example/side:1.0' })]);

function made(props: Partial<DockerrunRepositoriesProps> = {}, stack = new Stack(new App(), 'Images')): { stack: Stack; repositories: DockerrunRepositories } {
  return { stack, repositories: new DockerrunRepositories(stack, 'Repositories', { dockerrun: DOCKERRUN, namespace: 'shop', ...props }) };
}

const all = (stack: Stack) => Object.values<Json>(Template.fromStack(stack).findResources('AWS::ECR::Repository'));
const messageOf = (props: Partial<DockerrunRepositoriesProps>) => {
  try {
    made(props);
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
};

test('each container has a repository that scans what is pushed, keeps tags as they are, and keeps the newest images', () => {
  const [web, side] = all(made().stack);
  expect(web).toEqual({
    Type: 'AWS::ECR::Repository', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain',
    Properties: {
      RepositoryName: 'shop/web', ImageTagMutability: 'IMMUTABLE', ImageScanningConfiguration: { ScanOnPush: true },
      LifecyclePolicy: { LifecyclePolicyText: expect.any(String) },
    },
  });
  expect(JSON.parse(web.Properties.LifecyclePolicy.LifecyclePolicyText).rules).toEqual([
    { rulePriority: 1, description: 'Images without a tag', action: { type: 'expire' }, selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countNumber: 1, countUnit: 'days' } },
    { rulePriority: 2, description: 'All but the newest 30', action: { type: 'expire' }, selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 30 } },
  ]);
  expect(side.Properties.RepositoryName).toBe('shop/side_car');
});

test('all of it may be chosen', () => {
  const stack = new Stack(new App(), 'Images');
  made({
    containerNames: ['web'], encryptionKey: new Key(stack, 'Key'), imageScanOnPush: false, imageTagMutability: TagMutability.MUTABLE,
    lifecycleRules: [{ maxImageAge: Duration.days(90) }], removalPolicy: RemovalPolicy.DESTROY,
  }, stack);
  const [{ DeletionPolicy, Properties }, ...others] = all(stack);
  expect(others).toEqual([]);
  expect(DeletionPolicy).toBe('Delete');
  expect(Properties).toMatchObject({ ImageTagMutability: 'MUTABLE', ImageScanningConfiguration: { ScanOnPush: false }, EncryptionConfiguration: { EncryptionType: 'KMS' } });
  expect(JSON.parse(Properties.LifecyclePolicy.LifecyclePolicyText).rules[0].selection.countNumber).toBe(90);
});

test('the images of a tag are those of an environment in another stack, which may pull exactly them', () => {
  const app = new App();
  const { repositories } = made({ containerNames: ['web'] }, new Stack(app, 'Images'));
  const stack = new Stack(app, 'Test');
  new EcsEnvironment(stack, 'Environment', { dockerrun: DOCKERRUN, images: repositories.images('1.4.2') });
  const template = Template.fromStack(stack);
  const [web, side] = containersOf(template);
  expect(JSON.stringify(web.Image)).toMatch(/"Fn::ImportValue":"Images:ExportsOutputRefRepositories.*:1\.4\.2"/);
  expect(side.Image).toBe('example/side:1.0');
  expect(agentStatements(template).filter(({ Action }) => Action.includes('ecr:BatchGetImage')).map(({ Resource }) => Object.keys(Resource))).toEqual([['Fn::ImportValue']]);
});

test('a repository is found by its container', () => {
  const { stack, repositories } = made();
  expect(stack.resolve(repositories.repository('web').repositoryName)).toEqual({ Ref: expect.stringMatching(/web[0-9A-F]{8}$/) });
  expect(() => repositories.repository('wbe')).toThrow('there is no repository for "wbe"; those of web, Side_Car are here');
});

test.each([
  [{ containerNames: ['wep'] }, ['DR4193']],
  [{ containerNames: ['database', 'web', 'web'] }, ['DR4193', 'DR4195']],
  [{ namespace: 'Shop' }, ['DR4194', 'DR4194']],
  [{ namespace: 'Shop', containerNames: ['web', 'wep', 'wep'] }, ['DR4193', 'DR4193', 'DR4194', 'DR4194', 'DR4194', 'DR4195']],
  [{ namespace: Lazy.string({ produce: () => 'shop' }), containerNames: [Lazy.string({ produce: () => 'web' }), 'wep'] }, ['DR4190', 'DR4190']],
])('%j is refused with all there is to say', (props, codes) => {
  expect(messageOf(props)?.match(/DR\d{4}/g)).toEqual(codes);
});

test('a name is refused with the edit', () => {
  expect(messageOf({ namespace: 'Shop', containerNames: ['web'] })).toBe([
    'Dockerrun.aws.json cannot be deployed: 1 error', '',
    'error DR4194 repository-name  Dockerrun.aws.json:1:1',
    '  namespace and the name of a container must make a name of up to 256 lowercase letters, digits and single . _ - between them, got "Shop/web".',
    '  hint: Rename the one that does not, or leave the container out of containerNames.', '',
  ].join('\n'));
});

test.each([['a'.repeat(252), true], ['a'.repeat(253), false], ['', false], ['a/b', true], ['a//b', false], ['a_', false]])('the namespace %.10s is accepted: %s', (namespace, accepted) => {
  expect(messageOf({ namespace, containerNames: ['web'] }) === undefined).toBe(accepted);
});

test('nothing is made of what is refused', () => {
  const stack = new Stack(new App(), 'Images');
  expect(() => made({ namespace: 'Shop' }, stack)).toThrow();
  expect(stack.node.children).toEqual([]);
});
