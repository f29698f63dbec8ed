import { Template } from 'aws-cdk-lib/assertions';
import { Json, only, Props, target, templateOf } from './helpers';

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

  test('replaces instances one by one, five minutes apart, without waiting for signals', () => {
    expect(only(template, TYPE).UpdatePolicy).toEqual({
      AutoScalingRollingUpdate: {
        MaxBatchSize: 1,
        MinInstancesInService: 2,
        PauseTime: 'PT5M',
        SuspendProcesses: ['HealthCheck', 'ReplaceUnhealthy', 'AZRebalance', 'AlarmNotification', 'ScheduledActions', 'InstanceRefresh'],
      },
      AutoScalingScheduledAction: { IgnoreUnmodifiedGroupSizeProperties: true },
    });
  });
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
