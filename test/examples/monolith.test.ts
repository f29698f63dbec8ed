import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { MonolithStack } from '../../examples/monolith/stack';

const template = Template.fromStack(new MonolithStack(new App(), 'Monolith'));

test('the API has 256 CPU units, 256 MiB, and a host port that the instance picks', () => {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    NetworkMode: 'bridge',
    ContainerDefinitions: [{ Name: 'api', Cpu: 256, Memory: 256, Essential: true, PortMappings: [{ ContainerPort: 3000, HostPort: 0 }] }],
  });
});

test('one task runs on two small instances, and is replaced by starting the new one first', () => {
  template.hasResourceProperties('AWS::ECS::Service', {
    SchedulingStrategy: 'REPLICA', DesiredCount: 1, DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200 },
  });
  template.hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', { MinSize: '2', MaxSize: '2' });
  template.hasResourceProperties('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { InstanceType: 't2.micro' } });
});

test('listener 80 leads to it below /api, with priority 99', () => {
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 80, Protocol: 'HTTP', DefaultActions: [{ Type: 'fixed-response' }] });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
    Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/api*'] } }],
    Priority: 99,
    Actions: [{ Type: 'forward' }],
  });
});

test('its health is asked for every 6 seconds', () => {
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
    HealthCheckPath: '/',
    HealthCheckIntervalSeconds: 6,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 2,
    UnhealthyThresholdCount: 2,
    Matcher: { HttpCode: '200-399' },
  });
});

test('a connection may be silent for 30 seconds', () => {
  const [{ Properties }] = Object.values(template.findResources('AWS::ElasticLoadBalancingV2::LoadBalancer'));
  expect(Properties.LoadBalancerAttributes).toContainEqual({ Key: 'idle_timeout.timeout_seconds', Value: '30' });
});

test('matches its snapshot', () => {
  expect(template.toJSON()).toMatchSnapshot();
});
