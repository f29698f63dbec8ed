import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { EcsEnvironment, SourceBundle } from '../../lib';
import { container, file } from '../ecs/helpers';
import { CDK_CHANGES, differences, MINIMIZE_POLICIES, OTHER_FLAGS, permissions } from './feature-flags';

const sourceBundle = SourceBundle.fromDirectory(join(__dirname, '..', '..', 'examples', 'multicontainer', 'bundle'));

/** A service with target groups, and one without. */
function buildBoth(stack: Stack): void {
  new EcsEnvironment(stack, 'Environment', { sourceBundle }).addService('Jobs', { dockerrun: file([container('jobs')]) });
}

/** A stack in a known region, where a flag can do the most. */
function templateOf(context: object, build: (stack: Stack) => void = buildBoth) {
  const app = new App({ context: { ...context } });
  const stack = new Stack(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
  build(stack);
  return app.synth().getStackByName('Shop').template;
}

const none = templateOf({});

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation();
});

test.each(CDK_CHANGES.map((change) => [change.flag, change] as const))('%s makes the CDK write something else, and only what is said of it', (flag, { explains }) => {
  const found = differences(none, templateOf({ [flag]: true }));
  expect(found).not.toEqual([]);
  expect(found.filter((difference) => !explains(difference))).toEqual([]);
});

test('no other recommended flag does', () => {
  expect(Object.keys(OTHER_FLAGS)).toHaveLength(Object.keys(recommended).length - CDK_CHANGES.length);
  expect(templateOf(OTHER_FLAGS)).toEqual(none);
});

test('policies allow the same when their statements are joined', () => {
  expect(permissions(templateOf({ [MINIMIZE_POLICIES]: true }))).toEqual(permissions(none));
});

test('a construct that depends on flags is noticed', () => {
  const build = (stack: Stack) => { new Vpc(stack, 'Vpc'); };
  const found = differences(templateOf({}, build), templateOf(recommended, build));
  expect(found.filter((difference) => !CDK_CHANGES.some(({ explains }) => explains(difference))).map(({ path }) => path)).toEqual([
    'Custom::VpcRestrictDefaultSG',
    'AWS::IAM::Role',
    'AWS::Lambda::Function',
  ]);
});
