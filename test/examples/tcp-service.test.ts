import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { TcpServiceStack } from '../../examples/tcp-service/stack';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';

const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-4000-8000-000000000000';
const SENDERS = '203.0.113.0/24';
const stack = new TcpServiceStack(new App(), 'TcpService', { certificateArn: CERTIFICATE, senders: [SENDERS] });
const template = Template.fromStack(stack);

test('there is one load balancer, for connections, which reaches the tasks of all zones', () => {
  template.resourceCountIs('AWS::ElasticLoadBalancingV2::LoadBalancer', 1);
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
    Type: 'network',
    Scheme: 'internet-facing',
    SecurityGroups: [Match.anyValue()],
    LoadBalancerAttributes: Match.arrayWith([{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }]),
  });
});

test('port 6514 decrypts TLS with the policy that AWS recommends and passes TCP on', () => {
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
    Port: 6514, Protocol: 'TLS', Certificates: [{ CertificateArn: CERTIFICATE }], SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
  });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
    Protocol: 'TCP', HealthCheckProtocol: 'HTTP', HealthCheckPort: '2020', HealthCheckPath: '/', Matcher: { HttpCode: '200-399' },
  });
});

test('port 514 passes UDP on, and asks the same port for its health', () => {
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 514, Protocol: 'UDP', Certificates: Match.absent(), SslPolicy: Match.absent() });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { Protocol: 'UDP', HealthCheckProtocol: 'HTTP', HealthCheckPort: '2020' });
});

test('the task is registered once for each protocol, with a container port of its own', () => {
  template.hasResourceProperties('AWS::ECS::Service', {
    LoadBalancers: [Match.objectLike({ ContainerName: 'intake', ContainerPort: 5140 }), Match.objectLike({ ContainerName: 'intake', ContainerPort: 5141 })],
  });
});

test('the senders get in and nobody else, and the instances accept no port more than it takes', () => {
  const { listeners, overBroad } = walk(template.toJSON() as TemplateJson, { 514: [SENDERS], 6514: [SENDERS] });
  expect(overBroad).toEqual([]);
  expect(listeners.map(({ paths, breaks }) => [paths.length, breaks])).toEqual([[1, []], [1, []]]);
});

test('matches its snapshot', () => {
  expect(template.toJSON()).toMatchSnapshot();
});
