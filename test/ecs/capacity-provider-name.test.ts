import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { EcsEnvironment } from '../../lib';
import { file, only, WEB } from './helpers';

/** Amazon ECS: "The name must not be prefixed with "aws", "ecs", or "fargate"", with up to 255 letters, digits, _ and -. */
const LEGAL = /^(?!aws|ecs|fargate)[\w-]{1,255}$/i;

function nameIn(stack: Stack): string | undefined {
  new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]) });
  return only(Template.fromStack(stack), 'AWS::ECS::CapacityProvider').Properties.Name;
}

test.each(['EcsShop', 'ECS', 'AwsShop', 'AWS-shop', 'FargateToEc2', 'eCsShop', 'EcShop', 'ecs-shop', 'aws', 'fargate-shop', `Ecs${'x'.repeat(120)}`])(
  'a capacity provider in the stack %s has a name that Amazon ECS takes', (stackName) => {
    expect(nameIn(new Stack(new App(), stackName))).toMatch(LEGAL);
  });

test.each(['Shop', 'MyEcs', 'shop-ecs', 'Amazon'])('in the stack %s CloudFormation makes a name up, as before', (stackName) => {
  expect(nameIn(new Stack(new App(), stackName))).toBeUndefined();
});

test.each([['EcsShop', LEGAL], ['ecs-shop', LEGAL], ['Shop', undefined]])('in a nested stack the name of its parent %s counts', (parent, expected) => {
  const name = nameIn(new NestedStack(new Stack(new App(), parent), 'Nested'));
  if (expected) expect(name).toMatch(expected);
  else expect(name).toBeUndefined();
});

test('names of two environments of a stack differ', () => {
  const stack = new Stack(new App(), 'EcsShop');
  for (const id of ['One', 'Two']) new EcsEnvironment(stack, id, { dockerrun: file([WEB]) });
  const names = Object.values(Template.fromStack(stack).findResources('AWS::ECS::CapacityProvider')).map(({ Properties }) => Properties.Name);
  expect(new Set(names).size).toBe(2);
});
