import { App, Aspects, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { EcsEnvironment } from '../../lib';
import { KnownFindingsAspect } from '../../lib/shared/findings/known-findings';
import { file, WEB } from './helpers';

/** A CDK from before findings could be acknowledged. */
jest.mock('aws-cdk-lib/core', () => ({ ...jest.requireActual<object>('aws-cdk-lib/core'), Validations: undefined }));

/** What cdk-nag 2 is told of each type of resource. */
function suppressions(): Map<string, string[]> {
  const stack = new Stack(new App(), 'Shop');
  new EcsEnvironment(stack, 'Web', { dockerrun: file([WEB]) });
  Aspects.of(stack).add(new KnownFindingsAspect());
  const resources = Object.values(Template.fromStack(stack).toJSON().Resources as Record<string, { Type: string; Metadata?: Metadata }>);
  const told = resources.flatMap(({ Type, Metadata: { cdk_nag: nag } = {} }) => (nag === undefined ? [] : [{ Type, nag }]));
  return new Map(told.map(({ Type, nag }) => [Type, nag.rules_to_suppress.map(({ id, reason, applies_to: details = [] }) => {
    expect(reason).not.toBe('');
    return [id, ...details].join(' ');
  })]));
}

interface Metadata {
  readonly cdk_nag?: { readonly rules_to_suppress: readonly { id: string; reason: string; applies_to?: string[] }[] };
}

test('findings are acknowledged in the metadata that cdk-nag 2 reads', () => {
  expect(suppressions()).toEqual(new Map([
    ['AWS::IAM::Role', [
      'AwsSolutions-IAM4 Policy::arn:<AWS::Partition>:iam::aws:policy/AWSElasticBeanstalkMulticontainerDocker',
      'AwsSolutions-IAM4 Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonSSMManagedInstanceCore',
    ]],
    ['AWS::IAM::Policy', ['AwsSolutions-IAM5 Resource::*', 'AwsSolutions-IAM5 Action::ecs:Submit*']],
    ['AWS::ECS::TaskDefinition', ['AwsSolutions-ECS2']],
  ]));
});
