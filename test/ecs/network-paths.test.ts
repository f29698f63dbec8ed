import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';
import { container, file, Json, only, target, templateOf } from './helpers';

const CERTIFICATE = Certificate.fromCertificateArn(new Stack(), 'Certificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/a');

/** `protocol first-last` of everything that the targets accept from the load balancer, and nothing twice. */
function acceptedBy(template: Template): string[] {
  const rules = Object.values<Json>(template.findResources('AWS::EC2::SecurityGroupIngress')).map(({ Properties: rule }) =>
    `${rule.IpProtocol} ${rule.FromPort}-${rule.ToPort} from ${target(rule.SourceSecurityGroupId)} to ${target(rule.GroupId)}`);
  expect(rules).toEqual([...new Set(rules)]);
  return [...new Set(rules.map((rule) => rule.split(' from ')[0]))].sort();
}

describe('every way through a network load balancer is open, with the least rule that serves', () => {
  const { BRIDGE, AWS_VPC, HOST } = NetworkMode;
  const STATIC = [{ hostPort: 1883, containerPort: 1883 }];
  const MAPPED = [{ hostPort: 8001, containerPort: 1883 }];
  const DYNAMIC = [{ containerPort: 1883 }];
  const udp = (mappings: readonly object[], health: object) => [...mappings.map((mapping) => ({ ...mapping, protocol: 'udp' })), health];
  const HEALTH = { hostPort: 9000, containerPort: 9000 };
  const both = (hostPort: number) => [{ hostPort, containerPort: 1883 }, { hostPort, containerPort: 1884, protocol: 'udp' }];

  test.each<[NetworkMode, Protocol, string, readonly object[], readonly string[]]>([
    [BRIDGE, Protocol.TCP, 'static', STATIC, ['tcp 1883-1883']],
    [BRIDGE, Protocol.TCP, 'mapped', MAPPED, ['tcp 8001-8001']],
    [BRIDGE, Protocol.TCP, 'dynamic', DYNAMIC, ['tcp 32768-65535']],
    [BRIDGE, Protocol.TLS, 'static', STATIC, ['tcp 1883-1883']],
    [BRIDGE, Protocol.TLS, 'dynamic', DYNAMIC, ['tcp 32768-65535']],
    [BRIDGE, Protocol.UDP, 'static', udp(STATIC, HEALTH), ['tcp 9000-9000', 'udp 1883-1883']],
    [BRIDGE, Protocol.UDP, 'mapped', udp(MAPPED, HEALTH), ['tcp 9000-9000', 'udp 8001-8001']],
    [BRIDGE, Protocol.UDP, 'dynamic', udp(DYNAMIC, HEALTH), ['tcp 9000-9000', 'udp 32768-65535']],
    [BRIDGE, Protocol.UDP, 'static beside TCP of the same number', udp(STATIC, { hostPort: 1883, containerPort: 9000 }), ['tcp 1883-1883', 'udp 1883-1883']],
    [BRIDGE, Protocol.TCP_UDP, 'static', both(1883), ['tcp 1883-1883', 'udp 1883-1883']],
    [BRIDGE, Protocol.TCP_UDP, 'mapped', both(8001), ['tcp 8001-8001', 'udp 8001-8001']],
    [AWS_VPC, Protocol.TCP, 'static', STATIC, ['tcp 1883-1883']],
    [AWS_VPC, Protocol.TCP, 'dynamic', DYNAMIC, ['tcp 1883-1883']],
    [AWS_VPC, Protocol.TLS, 'static', STATIC, ['tcp 1883-1883']],
    [AWS_VPC, Protocol.UDP, 'static', udp(STATIC, HEALTH), ['tcp 9000-9000', 'udp 1883-1883']],
    [AWS_VPC, Protocol.UDP, 'dynamic', udp(DYNAMIC, { containerPort: 9000 }), ['tcp 9000-9000', 'udp 1883-1883']],
    [HOST, Protocol.TCP, 'static', STATIC, ['tcp 1883-1883']],
    [HOST, Protocol.TLS, 'dynamic', DYNAMIC, ['tcp 1883-1883']],
    [HOST, Protocol.UDP, 'dynamic', udp(DYNAMIC, { containerPort: 9000 }), ['tcp 9000-9000', 'udp 1883-1883']],
  ])('%s, %s, %s', (networkMode, protocol, _, portMappings, ports) => {
    const certificates = protocol === Protocol.TLS ? [CERTIFICATE] : undefined;
    const listener = { port: 7000, protocol, certificates, containerName: 'app', containerPort: 1883 };
    for (const publicLoadBalancer of [true, false]) {
      const template = templateOf({ dockerrun: file([container('app', { portMappings })]), networkMode, publicLoadBalancer, listeners: [listener] });
      const { listeners, overBroad } = walk(template.toJSON() as TemplateJson);
      expect(overBroad).toEqual([]);
      expect(listeners.map(({ paths, breaks }) => [paths.length, breaks])).toEqual([[1, []]]);
      expect(acceptedBy(template)).toEqual(ports);
      expect(only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties.TargetType).toBe(networkMode === AWS_VPC ? 'ip' : 'instance');
    }
  });

  test.each([AWS_VPC, HOST])('%s, TCP_UDP, from two containers', (networkMode) => {
    const dockerrun = file([container('tcp', { portMappings: [{ containerPort: 53 }] }), container('udp', { portMappings: [{ containerPort: 53, protocol: 'udp' }] })]);
    const template = templateOf({ dockerrun, networkMode, listeners: [{ port: 53, protocol: Protocol.TCP_UDP, containerName: 'tcp' }] });
    const { listeners, overBroad } = walk(template.toJSON() as TemplateJson);
    expect(overBroad).toEqual([]);
    expect(listeners.map(({ paths, breaks }) => [paths.length, breaks])).toEqual([[1, []]]);
    expect(acceptedBy(template)).toEqual(['tcp 53-53', 'udp 53-53']);
  });

  test.each([BRIDGE, AWS_VPC, HOST])('%s, beside requests that go to the same container', (networkMode) => {
    const template = templateOf({
      dockerrun: file([container('app', { portMappings: [{ hostPort: 8080, containerPort: 8080 }] })]),
      networkMode,
      listeners: [{ port: 80, instancePort: 8080 }, { port: 8080, protocol: Protocol.TCP }, { port: 80, protocol: Protocol.TCP, instancePort: 8080 }],
    });
    const { listeners, overBroad } = walk(template.toJSON() as TemplateJson);
    expect(overBroad).toEqual([]);
    expect(listeners.map(({ paths, breaks }) => [paths.length, breaks])).toEqual([[1, []], [1, []], [1, []]]);
    expect(acceptedBy(template)).toEqual(['tcp 8080-8080']);
  });
});
