import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { container, file, Json, only, Props, templateOf } from './helpers';

function service(props: Props = {}): Json {
  return only(templateOf(props), 'AWS::ECS::Service').Properties;
}

describe('the service', () => {
  const properties = service();

  test('runs one task on every instance, placed by no capacity provider', () => {
    expect(properties).toMatchObject({ SchedulingStrategy: 'DAEMON', LaunchType: 'EC2', AvailabilityZoneRebalancing: 'DISABLED' });
    expect(properties).not.toHaveProperty('CapacityProviderStrategy');
    expect(properties).not.toHaveProperty('DesiredCount');
  });

  test('keeps half of the tasks while it rolls, and goes back when they keep failing', () => {
    expect(properties.DeploymentConfiguration).toMatchObject({
      MinimumHealthyPercent: 50,
      MaximumPercent: 100,
      DeploymentCircuitBreaker: { Enable: true, Rollback: true },
    });
  });

  test('gives an application a minute before its health checks count', () => {
    expect(properties.HealthCheckGracePeriodSeconds).toBe(60);
  });

  test('tags what it runs', () => {
    expect(properties.EnableECSManagedTags).toBe(true);
  });

  test('has no network of its own in bridge mode', () => {
    expect(properties).not.toHaveProperty('NetworkConfiguration');
  });
});

test('without a load balancer there is no grace', () => {
  const properties = service({ dockerrun: file([container('worker')]) });
  expect(properties).not.toHaveProperty('HealthCheckGracePeriodSeconds');
  expect(properties).not.toHaveProperty('LoadBalancers');
});

test.each([
  [1, 1, 0],
  [0, 4, 0],
  [1, 4, 0],
  [2, 2, 50],
  [4, 4, 50],
])('with %p to %p instances, a deployment keeps %p %% of the tasks', (minCapacity, maxCapacity, MinimumHealthyPercent) => {
  expect(service({ minCapacity, maxCapacity }).DeploymentConfiguration).toMatchObject({ MinimumHealthyPercent, MaximumPercent: 100 });
});

test('in awsvpc mode its tasks have addresses in the private subnets', () => {
  const template = templateOf({ networkMode: NetworkMode.AWS_VPC });
  const { Properties } = only(template, 'AWS::ECS::Service');
  const { Subnets, AssignPublicIp, SecurityGroups } = Properties.NetworkConfiguration.AwsvpcConfiguration;
  expect(Subnets).toEqual(only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties.VPCZoneIdentifier);
  expect(AssignPublicIp).toBe('DISABLED');
  expect(SecurityGroups).toHaveLength(1);
  expect(only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties.TargetType).toBe('ip');
});
