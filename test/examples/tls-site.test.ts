import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { TlsSiteStack } from '../../examples/tls-site/stack';

const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-4000-8000-000000000000';
const stack = new TlsSiteStack(new App(), 'TlsSite', { certificateArn: CERTIFICATE });
const template = Template.fromStack(stack);

test('listener 443 has the certificate and the policy that AWS recommends', () => {
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
    Port: 443,
    Protocol: 'HTTPS',
    Certificates: [{ CertificateArn: CERTIFICATE }],
    SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
  });
});

test('listener 80 sends clients to 443 for good', () => {
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
    Port: 80,
    Protocol: 'HTTP',
    DefaultActions: [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } }],
  });
});

test('the path of the API leads to its container, with its own health check and stickiness', () => {
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
    Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/api/*'] } }],
    Priority: Match.anyValue(),
  });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
    HealthCheckPath: '/health',
    HealthCheckIntervalSeconds: 10,
    TargetGroupAttributes: Match.arrayWith([{ Key: 'stickiness.enabled', Value: 'true' }, { Key: 'stickiness.lb_cookie.duration_seconds', Value: '3600' }]),
  });
  template.hasResourceProperties('AWS::ECS::Service', {
    LoadBalancers: [
      Match.objectLike({ ContainerName: 'site', ContainerPort: 80 }),
      Match.objectLike({ ContainerName: 'api', ContainerPort: 3000 }),
    ],
  });
});

test.each([80, 443])('everybody may connect to port %d and to no other', (port) => {
  const [group] = Object.values(template.findResources('AWS::EC2::SecurityGroup', { Properties: { SecurityGroupIngress: Match.anyValue() } }));
  expect(group.Properties.SecurityGroupIngress).toHaveLength(2);
  expect(group.Properties.SecurityGroupIngress).toContainEqual(expect.objectContaining({ CidrIp: '0.0.0.0/0', FromPort: port, ToPort: port, IpProtocol: 'tcp' }));
});

test('matches its snapshot', () => {
  expect(template.toJSON()).toMatchSnapshot();
});
