import { Template } from 'aws-cdk-lib/assertions';
import { CapacityImage } from '../../lib';
import { Json, only, Props, statementsOf, target, templateOf } from './helpers';

const TYPE = 'AWS::AutoScaling::AutoScalingGroup';

function group(props: Props): Json {
  return only(templateOf(props), TYPE);
}

describe('the Auto Scaling group', () => {
  let template: Template;
  beforeAll(() => { template = templateOf(); });

  test('stands in the private subnets', () => {
    const subnets: string[] = only(template, TYPE).Properties.VPCZoneIdentifier.map(target);
    const privateSubnets = Object.entries(template.findResources('AWS::EC2::Subnet'))
      .filter(([, { Properties }]) => Properties.Tags.some(({ Key, Value }: Json) => Key === 'aws-cdk:subnet-type' && Value === 'Private'))
      .map(([id]) => id);
    expect(subnets).toEqual(privateSubnets);
    expect(subnets).toHaveLength(2);
  });

  test('starts the latest version of the launch template', () => {
    const { id } = only(template, 'AWS::EC2::LaunchTemplate');
    expect(only(template, TYPE).Properties.LaunchTemplate).toEqual({
      LaunchTemplateId: { Ref: id }, Version: { 'Fn::GetAtt': [id, 'LatestVersionNumber'] },
    });
  });

  test('leaves the number of running instances to whatever scales it', () => {
    expect(only(template, TYPE).Properties).not.toHaveProperty('DesiredCapacity');
  });

  test('lets instances go', () => {
    expect(only(template, TYPE).Properties.NewInstancesProtectedFromScaleIn).toBe(false);
  });

  test('replaces instances one by one, each when the one before has signaled that it serves', () => {
    expect(only(template, TYPE).UpdatePolicy).toEqual({
      AutoScalingRollingUpdate: {
        MaxBatchSize: 1,
        MinInstancesInService: 2,
        PauseTime: 'PT15M',
        WaitOnResourceSignals: true,
        SuspendProcesses: ['HealthCheck', 'ReplaceUnhealthy', 'AZRebalance', 'AlarmNotification', 'ScheduledActions', 'InstanceRefresh'],
      },
      AutoScalingScheduledAction: { IgnoreUnmodifiedGroupSizeProperties: true },
    });
  });
});

test.each([
  [{}, { ResourceSignal: { Count: 2, Timeout: 'PT15M' } }],
  [{ minCapacity: 1 }, { ResourceSignal: { Count: 1, Timeout: 'PT15M' } }],
  [{ minCapacity: 0 }, undefined],
])('with %j the group is there when as many instances have signaled as always run', (props, expected) => {
  expect(group(props).CreationPolicy).toEqual(expected);
});

test('instances of Bottlerocket cannot signal, so that five minutes pass between two of them', () => {
  const { CreationPolicy, UpdatePolicy } = group({ machineImage: CapacityImage.bottlerocket() });
  expect(CreationPolicy).toBeUndefined();
  expect(UpdatePolicy.AutoScalingRollingUpdate.PauseTime).toBe('PT5M');
  expect(UpdatePolicy.AutoScalingRollingUpdate.WaitOnResourceSignals).toBeUndefined();
});

test('instances may signal their own stack, and ask about their own cluster', () => {
  const template = templateOf();
  const role = Object.keys(template.findResources('AWS::IAM::Role')).find((id) => /InstanceRole/.test(id))!;
  const cluster = { 'Fn::GetAtt': [only(template, 'AWS::ECS::Cluster').id, 'Arn'] };
  expect(statementsOf(template, role)).toEqual(expect.arrayContaining([
    { Effect: 'Allow', Action: 'cloudformation:SignalResource', Resource: { Ref: 'AWS::StackId' } },
    { Effect: 'Allow', Action: ['ecs:DescribeServices', 'ecs:ListServices', 'ecs:ListTasks'], Resource: '*', Condition: { ArnEquals: { 'ecs:cluster': cluster } } },
    { Effect: 'Allow', Action: ['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'], Resource: '*' },
  ]));
});

test('the signal names the group, the stack and the cluster', () => {
  const template = templateOf();
  const [, parts] = only(template, 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData.UserData['Fn::Base64']['Fn::Join'];
  const text = parts.map((part: Json) => (typeof part === 'string' ? part : `<${part.Ref}>`)).join('');
  expect(text).toContain(`--stack-name '<AWS::StackName>' --logical-resource-id '${only(template, TYPE).id}' --unique-id`);
  expect(text).toContain("export AWS_DEFAULT_REGION='<AWS::Region>'\n");
  expect(text).toContain(`cluster='<${only(template, 'AWS::ECS::Cluster').id}>'\n`);
});

describe('the bounds of the group and what stays in service during a change', () => {
  test.each([
    [1, 1, '1', '1', 0],
    [1, 4, '1', '4', 1],
    [2, 2, '2', '2', 1],
    [2, 4, '2', '4', 2],
    [4, 4, '4', '4', 3],
    [0, 1, '0', '1', 0],
    [6, undefined, '6', '6', 5],
    [undefined, 1, '1', '1', 0],
    [undefined, 3, '2', '3', 2],
  ])('minCapacity %p, maxCapacity %p', (minCapacity, maxCapacity, MinSize, MaxSize, MinInstancesInService) => {
    const { Properties, UpdatePolicy } = group({ minCapacity, maxCapacity });
    expect({ MinSize: Properties.MinSize, MaxSize: Properties.MaxSize }).toEqual({ MinSize, MaxSize });
    expect(UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService).toBe(MinInstancesInService);
  });
});
