import { container, Json, only, statementsOf, target, templateOf, templateWith } from './helpers';

const CLUSTER = expect.objectContaining({ 'Fn::GetAtt': [expect.stringMatching(/^EnvironmentCluster/), 'Arn'] });

function instanceRole(template: ReturnType<typeof templateOf>): Json {
  const [profile] = only(template, 'AWS::IAM::InstanceProfile').Properties.Roles;
  return { id: target(profile), ...template.findResources('AWS::IAM::Role')[target(profile)] };
}

test('the instances have the policy of Beanstalk and Session Manager, in whatever partition', () => {
  const { Properties } = instanceRole(templateOf());
  const managed = (name: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::aws:policy/${name}`]] });
  expect(Properties.ManagedPolicyArns).toEqual([managed('AWSElasticBeanstalkMulticontainerDocker'), managed('AmazonSSMManagedInstanceCore')]);
  expect(Properties.AssumeRolePolicyDocument.Statement).toEqual([
    { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' } },
  ]);
});

test('beyond that they register with their cluster only, drain there, and signal their stack', () => {
  const template = templateOf();
  expect(statementsOf(template, instanceRole(template).id)).toEqual([
    { Effect: 'Allow', Action: 'cloudformation:SignalResource', Resource: { Ref: 'AWS::StackId' } },
    { Effect: 'Allow', Action: ['ecs:DeregisterContainerInstance', 'ecs:RegisterContainerInstance', 'ecs:Submit*'], Resource: CLUSTER },
    { Effect: 'Allow', Action: ['ecs:Poll', 'ecs:StartTelemetrySession'], Resource: '*', Condition: { ArnEquals: { 'ecs:cluster': CLUSTER } } },
    {
      Effect: 'Allow',
      Action: ['ecs:DiscoverPollEndpoint', 'ecr:GetAuthorizationToken', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: '*',
    },
    { Effect: 'Allow', Action: 'ecs:UpdateContainerInstancesState', Resource: '*', Condition: { ArnEquals: { 'ecs:cluster': CLUSTER } } },
    {
      Effect: 'Allow', Action: ['ecs:DescribeServices', 'ecs:ListServices', 'ecs:ListTasks'],
      Resource: '*', Condition: { ArnEquals: { 'ecs:cluster': CLUSTER } },
    },
    { Effect: 'Allow', Action: ['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'], Resource: '*' },
  ]);
});

test('instances pull from the private repositories of the file, and from no other', () => {
  const template = templateWith([
    container('web', { image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.0' }),
    container('api', { image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web@sha256:' + 'a'.repeat(64) }),
    container('db', { image: 'mysql:8.4' }),
  ]);
  const arn = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecr:eu-west-1:111122223333:repository/shop/web']] };
  const pulls = statementsOf(template, instanceRole(template).id).filter(({ Action }) => JSON.stringify(Action).includes('ecr:Batch'));
  expect(pulls).toEqual([
    { Effect: 'Allow', Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], Resource: arn },
  ]);
});
