import { Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { DockerrunListener } from '../../lib';
import { container, file, Json, only, templateOf, WEB } from './helpers';

const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

/** The target group of a listener on port 80. */
function targetGroup(listener: Omit<DockerrunListener, 'port'> = {}): Json {
  return only(templateOf({ listeners: [{ port: 80, ...listener }] }), TARGET_GROUP).Properties;
}

/** The attributes of a target group that are not about load balancing itself. */
function attributes({ TargetGroupAttributes }: Json): Json {
  return Object.fromEntries(TargetGroupAttributes.map(({ Key, Value }: Json) => [Key, Value]));
}

/** `logical id without its hash: value` of every output. */
function outputs(template: Template): Json {
  return Object.fromEntries(Object.entries<Json>(template.findOutputs('*')).map(([id, { Value }]) => [id.replace(/[0-9A-F]{8}$/, ''), Value]));
}

describe('the load balancer', () => {
  const template = templateOf();

  test('is for requests, and open to the internet from the public subnets', () => {
    const publicSubnets = Object.keys(template.findResources('AWS::EC2::Subnet')).filter((id) => /PublicSubnet/.test(id));
    expect(only(template, LOAD_BALANCER).Properties).toMatchObject({
      Scheme: 'internet-facing', Type: 'application', Subnets: publicSubnets.map((Ref) => ({ Ref })),
    });
  });

  test('has no name, so that it can be replaced', () => {
    expect(only(template, LOAD_BALANCER).Properties).not.toHaveProperty('Name');
    expect(only(template, TARGET_GROUP).Properties).not.toHaveProperty('Name');
  });

  test('answers at the address in the outputs', () => {
    const name = { 'Fn::GetAtt': [only(template, LOAD_BALANCER).id, 'DNSName'] };
    expect(outputs(template)).toEqual({ EnvironmentUrl: { 'Fn::Join': ['', ['http://', name]] } });
  });

  test('has an output for each listener, with the port where clients have to name it', () => {
    const several = templateOf({ listeners: [{ port: 80 }, { port: 8080, instancePort: 80 }] });
    const name = { 'Fn::GetAtt': [only(several, LOAD_BALANCER).id, 'DNSName'] };
    expect(outputs(several)).toEqual({
      EnvironmentUrl: { 'Fn::Join': ['', ['http://', name]] },
      EnvironmentUrl8080: { 'Fn::Join': ['', ['http://', name, ':8080']] },
    });
  });
});

test('without a TCP port there is no load balancer and no address', () => {
  const template = templateOf({ dockerrun: file([container('dns', { portMappings: [{ hostPort: 53, containerPort: 53, protocol: 'udp' }] })]) });
  for (const type of [LOAD_BALANCER, LISTENER, TARGET_GROUP, 'AWS::EC2::SecurityGroupIngress']) template.resourceCountIs(type, 0);
  expect(template.findOutputs('*')).toEqual({});
});

describe('a target group', () => {
  test('checks as Beanstalk does, but redirects count as healthy', () => {
    expect(targetGroup()).toMatchObject({
      TargetType: 'instance', Protocol: 'HTTP', Port: 80,
      HealthCheckPath: '/', HealthCheckPort: 'traffic-port', Matcher: { HttpCode: '200-399' },
      HealthCheckIntervalSeconds: 15, HealthCheckTimeoutSeconds: 5, HealthyThresholdCount: 3, UnhealthyThresholdCount: 5,
    });
  });

  test('lets requests end for 20 seconds, and keeps no client', () => {
    expect(attributes(targetGroup())).toEqual({ 'deregistration_delay.timeout_seconds': '20', 'stickiness.enabled': 'false' });
  });

  test('checks and treats its targets as the listener says', () => {
    const group = targetGroup({
      healthCheck: {
        path: '/up', healthyHttpCodes: '204', interval: Duration.seconds(30), timeout: Duration.seconds(10), healthyThresholdCount: 2, unhealthyThresholdCount: 4,
      },
      deregistrationDelay: Duration.minutes(2), stickinessCookieDuration: Duration.days(1), slowStart: Duration.seconds(45),
    });
    expect(group).toMatchObject({
      HealthCheckPath: '/up', Matcher: { HttpCode: '204' },
      HealthCheckIntervalSeconds: 30, HealthCheckTimeoutSeconds: 10, HealthyThresholdCount: 2, UnhealthyThresholdCount: 4,
    });
    expect(attributes(group)).toEqual({
      'deregistration_delay.timeout_seconds': '120',
      'slow_start.duration_seconds': '45',
      'stickiness.enabled': 'true',
      'stickiness.type': 'lb_cookie',
      'stickiness.lb_cookie.duration_seconds': '86400',
    });
  });
});

describe('the service registers with the target group of', () => {
  const two = file([WEB, container('api', { portMappings: [{ hostPort: 0, containerPort: 3000 }] })]);

  /** `container:port → target group` of everything that the service registers. */
  function registered(...listeners: readonly DockerrunListener[]): string[] {
    const { Properties } = only(templateOf({ dockerrun: two, listeners: [...listeners] }), 'AWS::ECS::Service');
    return Properties.LoadBalancers.map(({ ContainerName, ContainerPort, TargetGroupArn }: Json) =>
      `${ContainerName}:${ContainerPort} → ${TargetGroupArn.Ref.replace(/^EnvironmentService|[0-9A-F]{8}$/g, '')}`);
  }

  test('each listener, resolved by host port and by container', () => {
    expect(registered({ port: 80 }, { port: 8080, instancePort: 80 }, { port: 3000, containerName: 'api' }, { port: 3001, containerName: 'api', containerPort: 3000 })).toEqual([
      'web:80 → Target80', 'web:80 → Target8080', 'api:3000 → Target3000', 'api:3000 → Target3001',
    ]);
  });

  test('each rule', () => {
    const [listener, rule, ...others] = registered({ port: 80, rules: [{ pathPatterns: ['/api/*'], containerName: 'api' }] });
    expect([listener, others]).toEqual(['web:80 → Target80', []]);
    expect(rule).toBe('api:3000 → Target80Ruleapi');
  });
});

test('clients of port 80 are sent to 443 for good', () => {
  const certificate = Certificate.fromCertificateArn(new Stack(), 'Certificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/a');
  const template = templateOf({ certificates: [certificate] });
  const redirects = Object.values<Json>(template.findResources(LISTENER, { Properties: { Port: 80 } }));
  expect(redirects.map(({ Properties }) => Properties.DefaultActions)).toEqual([
    [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } }],
  ]);
  expect(Object.keys(outputs(template))).toEqual(['EnvironmentUrl443']);
});
