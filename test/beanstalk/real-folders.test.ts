import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { BeanstalkEnvironment, EcsEnvironment, SourceBundle } from '../../lib';
import { Json } from '../ecs/helpers';
import { folder } from '../option-settings/folder';

/* What people have in .ebextensions, in the forms that real repositories have. */
const CONSTRUCTS = { ecs: EcsEnvironment, beanstalk: BeanstalkEnvironment };
type Target = keyof typeof CONSTRUCTS;

function make(target: Target, config: string, ports: readonly number[] = [80]) {
  const stack = new Stack(new App(), 'Test');
  const mapped = ports.map((port) => ({ hostPort: port, containerPort: port }));
  const file = JSON.stringify({
    AWSEBDockerrunVersion: 2,
    containerDefinitions: [{ name: 'web', image: 'example/web:1', memory: 64, portMappings: mapped }],
  });
  const sourceBundle = SourceBundle.fromDirectory(
    folder({ 'Dockerrun.aws.json': file, '.ebextensions/01.config': config }),
  );
  const environment = new CONSTRUCTS[target](stack, 'Environment', { sourceBundle });
  const template = Template.fromStack(stack);
  const find = (type: string) => Object.values<Json>(template.findResources(type)).map(({ Properties }) => Properties);
  const warned = Annotations.fromStack(stack).findWarning('*', Match.anyValue()).map(({ entry }) => String(entry.data));
  return { decisions: environment.plan.decisions, find, warned };
}

const VPC = `option_settings:
  aws:ec2:vpc:
    VPCId: vpc-1
    Subnets: subnet-1,subnet-2
    ELBSubnets: subnet-3,subnet-4
    ELBScheme: internal
`;
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

test.each<Target>(['ecs', 'beanstalk'])(
  'an internal load balancer in a VPC that is only named lets in private addresses, on %s',
  (target) => {
    const { find, decisions } = make(target, VPC);
    const ranges = find('AWS::EC2::SecurityGroup')
      .flatMap(({ SecurityGroupIngress = [] }) => SecurityGroupIngress)
      .filter(({ FromPort }: Json) => FromPort === 80)
      .map(({ CidrIp }: Json) => CidrIp)
      .filter(Boolean);
    expect(ranges).toEqual(PRIVATE);
    const [{ reason }] = decisions.filter(({ topic }) => topic === 'load balancer');
    expect(reason).toBe(
      'It comes from ELBScheme of aws:ec2:vpc (.ebextensions/01.config:6); it stands in the private subnets, and an '
        + 'open listener takes '
        + 'clients with private addresses only, as nothing tells the range of the VPC.',
    );
  },
);

const REDIRECT = `option_settings:
  aws:elbv2:listener:443:
    Protocol: HTTPS
    SSLCertificateArns: arn:aws:acm:eu-west-1:111122223333:certificate/1
Resources:
  Redirect:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: { Ref: AWSEBV2LoadBalancer }
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - Type: redirect
          RedirectConfig: { Protocol: HTTPS, Port: "443", StatusCode: HTTP_301 }
`;

test('a redirect by a listener with a name of its own is one on ECS', () => {
  const { find } = make('ecs', REDIRECT);
  const actions = find('AWS::ElasticLoadBalancingV2::Listener').map(({ Port, DefaultActions: [{ Type }] }) => [
    Port, Type,
  ]);
  expect(actions.sort()).toEqual([[443, 'forward'], [80, 'redirect']]);
});

test('and a second listener on Beanstalk, unless the first is off', () => {
  expect(() => make('beanstalk', REDIRECT)).toThrow(
    'adds a listener on port 80, on which the environment has one already.',
  );
  const off = REDIRECT.replace(
    'option_settings:\n', 'option_settings:\n  aws:elbv2:listener:default:\n    ListenerEnabled: false\n',
  );
  expect(make('beanstalk', off).warned.filter((text) => text.includes('DR607'))).toEqual([]);
});

test('a topic has its subscriptions already', () => {
  const config = `option_settings:
  aws:elasticbeanstalk:sns:topics:
    Notification Endpoint: team@example.com
    Notification Protocol: email
    Notification Topic ARN: arn:aws:sns:eu-west-1:111122223333:ElasticBeanstalkNotifications-Environment-shop
`;
  const [{ OptionSettings }] = make('beanstalk', config).find('AWS::ElasticBeanstalk::Environment');
  const options = OptionSettings.filter(({ Namespace }: Json) => Namespace === 'aws:elasticbeanstalk:sns:topics')
    .map(({ OptionName, Value }: Json) => [OptionName, Value]);
  expect(options).toContainEqual([
    'Notification Topic ARN', 'arn:aws:sns:eu-west-1:111122223333:ElasticBeanstalkNotifications-Environment-shop',
  ]);
});

test('listener 80, which nobody asked for, is said to be there by itself', () => {
  const config = `option_settings:
  aws:elb:listener:8080:
    ListenerProtocol: HTTP
    InstancePort: 3081
`;
  for (const target of ['ecs', 'beanstalk'] as const) {
    expect(() => make(target, config, [3081])).toThrow(
      'listeners[0] must lead to one mapped TCP port, got host port 80, which fits none of 3081 (web:3081). '
      + 'Elastic Beanstalk listens on port 80, unless ListenerEnabled of aws:elb:listener:80 is false.',
    );
  }
});

test('a health check of connections has the figures of the Classic Load Balancer', () => {
  const config = `option_settings:
  aws:elb:listener:443:
    ListenerProtocol: SSL
    SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/1
    InstanceProtocol: TCP
    InstancePort: 81
  aws:elb:listener:80:
    ListenerProtocol: TCP
    InstanceProtocol: TCP
    InstancePort: 80
  aws:elb:healthcheck:
    HealthyThreshold: 3
    UnhealthyThreshold: 5
    Interval: 10
    Timeout: 5
  aws:elasticbeanstalk:application:
    Application Healthcheck URL: TCP:81
`;
  const checks = make('ecs', config, [80, 81])
    .find('AWS::ElasticLoadBalancingV2::TargetGroup')
    .map((group) => [
      group.Port,
      group.HealthCheckProtocol,
      group.HealthCheckPort,
      group.HealthCheckIntervalSeconds,
      group.HealthCheckTimeoutSeconds,
      group.HealthyThresholdCount,
      group.UnhealthyThresholdCount,
    ]);
  expect(checks.sort()).toEqual([[80, 'TCP', '81', 10, 5, 3, 5], [80, 'TCP', 'traffic-port', 10, 5, 3, 5]]);
});

test('a file that Beanstalk skips changes nothing', () => {
  const config = `settings: {}
option_settings:
  aws:autoscaling:asg:
    MaxSize: 9
Resources:
  Queue:
    Type: AWS::SQS::Queue
`;
  const { find, warned } = make('ecs', config);
  expect(find('AWS::AutoScaling::AutoScalingGroup')[0].MaxSize).not.toBe('9');
  expect(warned.filter((text) => text.includes('DR60'))).toEqual([
    expect.stringContaining('`settings` is no section of a configuration file'),
  ]);
});
