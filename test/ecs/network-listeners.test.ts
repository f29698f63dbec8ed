import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { IpAddressType, Protocol, SslPolicy } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { DockerrunListener, EcsEnvironment } from '../../lib';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';
import { container, environment, file, Json, only, Props, target, templateOf } from './helpers';

const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

const TCP_AND_UDP = [{ hostPort: 53, containerPort: 5353 }, { hostPort: 53, containerPort: 53, protocol: 'udp' }];
const BROKER = container('broker', { portMappings: [{ hostPort: 1883, containerPort: 1883 }] });
const DNS = container('dns', { portMappings: TCP_AND_UDP });
const WEB = container('web', { portMappings: [{ hostPort: 80, containerPort: 8080 }] });
const ALL = file([BROKER, DNS, WEB]);

function certificate(name = 'a'): Certificate {
  return Certificate.fromCertificateArn(new Stack(), name, `arn:aws:acm:eu-west-1:111122223333:certificate/${name}`) as Certificate;
}

function resources(template: Template, type: string): Json[] {
  return Object.values<Json>(template.findResources(type)).map(({ Properties }) => Properties);
}

/** The load balancer that passes connections on. */
function networkLoadBalancer(template: Template): Json {
  return resources(template, LOAD_BALANCER).find(({ Type }) => Type === 'network');
}

function attributes({ LoadBalancerAttributes }: Json): Json {
  return Object.fromEntries(LoadBalancerAttributes.map(({ Key, Value }: Json) => [Key, Value]));
}

/** The template of an environment with one listener. */
function listening(listener: DockerrunListener, props: Props = {}): Template {
  return templateOf({ dockerrun: ALL, listeners: [listener], ...props });
}

describe('the load balancer', () => {
  const template = listening({ port: 1883, protocol: Protocol.TCP });

  test('stands alone in the public subnets, with a security group of its own', () => {
    const publicSubnets = Object.keys(template.findResources('AWS::EC2::Subnet')).filter((id) => /PublicSubnet/.test(id));
    expect(only(template, LOAD_BALANCER).Properties).toMatchObject({
      Type: 'network', Scheme: 'internet-facing', Subnets: publicSubnets.map((Ref) => ({ Ref })), SecurityGroups: [expect.anything()],
    });
    expect(only(template, LOAD_BALANCER).Properties).not.toHaveProperty('IpAddressType');
  });

  test('reaches the targets of all zones and may be deleted', () => {
    expect(attributes(networkLoadBalancer(template))).toEqual({ 'deletion_protection.enabled': 'false', 'load_balancing.cross_zone.enabled': 'true' });
  });

  test('has its own address in the outputs', () => {
    const name = { 'Fn::GetAtt': [only(template, LOAD_BALANCER).id, 'DNSName'] };
    expect(Object.values(template.findOutputs('*'))).toEqual([{ Value: { 'Fn::Join': ['', [name, ':1883']] } }]);
    expect(Object.keys(template.findOutputs('*'))[0]).toMatch(/^EnvironmentEndpoint1883[0-9A-F]{8}$/);
  });

  test('is internal when the internet shall not reach it', () => {
    const internal = listening({ port: 1883, protocol: Protocol.TCP }, { publicLoadBalancer: false });
    expect(networkLoadBalancer(internal).Scheme).toBe('internal');
    expect(networkLoadBalancer(internal).Subnets.map(target)).toEqual(Object.keys(internal.findResources('AWS::EC2::Subnet')).filter((id) => /PrivateSubnet/.test(id)));
  });

  test('is protected against deletion and has IPv6 addresses when wanted', () => {
    const stack = new Stack(new App(), 'Test');
    const vpc = new Vpc(stack, 'Vpc');
    const listeners = [{ port: 1883, protocol: Protocol.TCP }];
    new EcsEnvironment(stack, 'Environment', { dockerrun: ALL, vpc, listeners, deletionProtection: true, ipAddressType: IpAddressType.DUAL_STACK });
    const made = Template.fromStack(stack);
    expect(networkLoadBalancer(made).IpAddressType).toBe('dualstack');
    expect(attributes(networkLoadBalancer(made))['deletion_protection.enabled']).toBe('true');
    const { SecurityGroupIngress } = made.toJSON().Resources[target(networkLoadBalancer(made).SecurityGroups[0])].Properties;
    expect(SecurityGroupIngress.map(({ CidrIp, CidrIpv6 }: Json) => CidrIp ?? CidrIpv6)).toEqual(['0.0.0.0/0', '::/0']);
  });

  test('stands in one zone when only one is given', () => {
    const stack = new Stack(new App(), 'Test');
    const vpc = new Vpc(stack, 'Vpc');
    new EcsEnvironment(stack, 'Environment', {
      dockerrun: ALL, vpc, loadBalancerSubnets: { subnets: [vpc.publicSubnets[0]] }, listeners: [{ port: 1883, protocol: Protocol.TCP }],
    });
    expect(networkLoadBalancer(Template.fromStack(stack)).Subnets).toHaveLength(1);
  });

  test('is a member beside its listeners and target groups', () => {
    const made = environment({ dockerrun: ALL, listeners: [{ port: 80 }, { port: 1883, protocol: Protocol.TCP }] });
    expect(made.networkLoadBalancer?.node.id).toBe('LoadBalancer');
    expect([made.listeners, made.networkListeners, made.targetGroups, made.networkTargetGroups].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    const requests = environment({ dockerrun: ALL });
    expect([requests.networkLoadBalancer, requests.networkListeners, requests.networkTargetGroups]).toEqual([undefined, [], []]);
    expect(environment({ dockerrun: ALL, listeners: [{ port: 1883, protocol: Protocol.TCP }] }).loadBalancer).toBeUndefined();
  });
});

describe('a listener', () => {
  test.each([Protocol.TCP, Protocol.UDP, Protocol.TCP_UDP])('speaks %s, and so does its target group', (protocol) => {
    const template = listening({ port: 53, protocol });
    expect(only(template, LISTENER).Properties).toMatchObject({ Port: 53, Protocol: protocol });
    expect(only(template, LISTENER).Properties).not.toHaveProperty('SslPolicy');
    expect(only(template, TARGET_GROUP).Properties).toMatchObject({ Port: 80, Protocol: protocol, TargetType: 'instance' });
  });

  test('decrypts TLS with a current policy and passes TCP on', () => {
    const template = listening({ port: 8883, protocol: Protocol.TLS, instancePort: 1883, certificates: [certificate('a'), certificate('b')] });
    expect(only(template, LISTENER).Properties).toMatchObject({
      Protocol: 'TLS', SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09', Certificates: [{ CertificateArn: certificate('a').certificateArn }],
    });
    expect(only(template, 'AWS::ElasticLoadBalancingV2::ListenerCertificate').Properties.Certificates).toEqual([{ CertificateArn: certificate('b').certificateArn }]);
    expect(only(template, TARGET_GROUP).Properties).toMatchObject({ Port: 80, Protocol: 'TCP' });
  });

  test('has the TLS policy that is wanted', () => {
    const tls = { port: 8883, protocol: Protocol.TLS, instancePort: 1883, certificates: [certificate()] };
    const template = listening({ ...tls, sslPolicy: SslPolicy.TLS13_13 });
    expect(only(template, LISTENER).Properties.SslPolicy).toBe('ELBSecurityPolicy-TLS13-1-3-2021-06');
  });

  test('on port 443 has the certificates of the environment for TLS, and none for TCP', () => {
    const tls = listening({ port: 443, protocol: Protocol.TLS, instancePort: 1883 }, { certificates: [certificate('shared')] });
    expect(only(tls, LISTENER).Properties.Certificates).toEqual([{ CertificateArn: certificate('shared').certificateArn }]);
    const tcp = listening({ port: 443, protocol: Protocol.TCP, instancePort: 1883 }, { certificates: [certificate('shared')] });
    expect(only(tcp, LISTENER).Properties).not.toHaveProperty('Certificates');
  });

  test('keeps silent TCP connections as long as wanted, and leaves that to AWS without a word', () => {
    const template = listening({ port: 1883, protocol: Protocol.TCP, tcpIdleTimeout: Duration.minutes(30) });
    expect(only(template, LISTENER).Properties.ListenerAttributes).toEqual([{ Key: 'tcp.idle_timeout.seconds', Value: '1800' }]);
    expect(only(listening({ port: 1883, protocol: Protocol.TCP }), LISTENER).Properties).not.toHaveProperty('ListenerAttributes');
  });

  test.each<[string, Partial<DockerrunListener>, string[]]>([
    ['everybody, for both protocols', {}, ['tcp 53 ← 0.0.0.0/0', 'udp 53 ← 0.0.0.0/0']],
    ['nobody', { open: false }, []],
    ['address ranges', { allowedCidrs: ['10.0.0.0/8', '2001:db8::/32'] }, ['tcp 53 ← 10.0.0.0/8', 'tcp 53 ← 2001:db8::/32', 'udp 53 ← 10.0.0.0/8', 'udp 53 ← 2001:db8::/32']],
  ])('lets %s in', (_, access, expected) => {
    const template = listening({ port: 53, protocol: Protocol.TCP_UDP, ...access });
    const { SecurityGroupIngress = [] } = template.toJSON().Resources[target(networkLoadBalancer(template).SecurityGroups[0])].Properties;
    expect(SecurityGroupIngress.map((rule: Json) => `${rule.IpProtocol} ${rule.FromPort} ← ${rule.CidrIp ?? rule.CidrIpv6}`).sort()).toEqual(expected);
  });

  test('lets members of security groups in', () => {
    const stack = new Stack(new App(), 'Test');
    const vpc = new Vpc(stack, 'Vpc');
    const clients = new SecurityGroup(stack, 'Clients', { vpc });
    new EcsEnvironment(stack, 'Environment', { dockerrun: ALL, vpc, listeners: [{ port: 1883, protocol: Protocol.TCP, allowedSecurityGroups: [clients] }] });
    const id = stack.getLogicalId(clients.node.defaultChild as never);
    const { listeners: [{ paths, breaks }] } = walk(Template.fromStack(stack).toJSON() as TemplateJson, { 1883: [id] });
    expect({ paths: paths.length, breaks }).toEqual({ paths: 1, breaks: [] });
  });
});

describe('a target group', () => {
  /** The target group of a listener that may have a health check. */
  const checked = (listener: Omit<DockerrunListener, 'port'>): Json => only(listening({ port: 53, ...listener }), TARGET_GROUP).Properties;

  test('takes a connection for well, as often as Beanstalk asks, and drains as long', () => {
    expect(checked({ protocol: Protocol.TCP })).toEqual(expect.objectContaining({
      HealthCheckProtocol: 'TCP', HealthCheckPort: 'traffic-port', HealthCheckIntervalSeconds: 15, HealthCheckTimeoutSeconds: 5,
      HealthyThresholdCount: 3, UnhealthyThresholdCount: 5, TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '20' }],
    }));
    for (const key of ['HealthCheckPath', 'Matcher', 'ProtocolVersion']) expect(checked({ protocol: Protocol.TCP })).not.toHaveProperty(key);
  });

  test('asks for a path when there is one, and for codes', () => {
    expect(checked({ protocol: Protocol.TCP, healthCheck: { path: '/up', port: 80 } })).toMatchObject({
      HealthCheckProtocol: 'HTTP', HealthCheckPath: '/up', HealthCheckPort: '80', Matcher: { HttpCode: '200-399' },
    });
    expect(checked({ protocol: Protocol.TCP, healthCheck: { healthyHttpCodes: '204' } })).toMatchObject({
      HealthCheckProtocol: 'HTTP', HealthCheckPath: '/', HealthCheckPort: 'traffic-port', Matcher: { HttpCode: '204' },
    });
  });

  test('of UDP is checked over TCP on the only TCP port of the container', () => {
    expect(checked({ protocol: Protocol.UDP })).toMatchObject({ Protocol: 'UDP', HealthCheckProtocol: 'TCP' });
  });

  test('has every figure that is wanted', () => {
    const healthCheck = { interval: Duration.seconds(5), timeout: Duration.seconds(4), healthyThresholdCount: 2, unhealthyThresholdCount: 10 };
    expect(checked({ protocol: Protocol.TCP, healthCheck, deregistrationDelay: Duration.minutes(5), targetGroupName: 'dns' })).toMatchObject({
      Name: 'dns', HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 4, HealthyThresholdCount: 2, UnhealthyThresholdCount: 10,
      TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '300' }],
    });
  });
});

describe('beside a load balancer for requests', () => {
  const made = environment({
    dockerrun: ALL,
    certificates: [certificate('site')],
    listeners: [
      { port: 443, instancePort: 80 },
      { port: 443, protocol: Protocol.TLS, instancePort: 1883, certificates: [certificate('broker')] },
      { port: 80, protocol: Protocol.TCP, instancePort: 1883, open: false },
    ],
  });
  const template = Template.fromStack(Stack.of(made));

  test('each has its listeners, with their own certificates, on the same ports', () => {
    const ofLoadBalancer = new Map(Object.entries<Json>(template.findResources(LOAD_BALANCER)).map(([id, { Properties }]) => [id, Properties.Type]));
    const show = ({ LoadBalancerArn, Port, Protocol: spoken, Certificates }: Json) =>
      [ofLoadBalancer.get(LoadBalancerArn.Ref), Port, spoken, Certificates?.[0].CertificateArn.slice(-6)];
    expect(resources(template, LISTENER).map(show))
      .toEqual([['application', 443, 'HTTPS', 'e/site'], ['application', 80, 'HTTP', undefined], ['network', 443, 'TLS', 'broker'], ['network', 80, 'TCP', undefined]]);
  });

  test('the plan says that the ports are different ones', () => {
    expect(made.plan.decision('listener 443/tls')).toMatchObject({
      topic: 'listener 443/tls', choice: 'TLS 443 → host port 1883 → broker:1883', source: 'prop',
      reason: 'You chose it; port 443 of the application load balancer is another one, at another address.',
    });
    expect(made.plan.decision('network load balancer').reason).toBe('Listeners pass connections on; it stands in the public subnets, so that the internet can reach it; '
      + 'an application load balancer takes requests only, so there are two, each with an address of its own.');
  });

  test('the service registers with all target groups', () => {
    expect(only(template, 'AWS::ECS::Service').Properties.LoadBalancers.map(({ ContainerName, ContainerPort }: Json) => `${ContainerName}:${ContainerPort}`))
      .toEqual(['web:8080', 'broker:1883', 'broker:1883']);
  });
});

describe('access logs', () => {
  function logging(props: Props, listeners: DockerrunListener[]): Template {
    const stack = new Stack(new App(), 'Test');
    new EcsEnvironment(stack, 'Environment', { dockerrun: ALL, accessLogsBucket: new Bucket(stack, 'Logs'), listeners, ...props });
    return Template.fromStack(stack);
  }
  const TLS: DockerrunListener = { port: 8883, protocol: Protocol.TLS, instancePort: 1883, certificates: [certificate()] };

  test('are written for TLS, by the log service for load balancers of this account and region only', () => {
    const template = logging({ accessLogsPrefix: 'broker' }, [TLS]);
    expect(attributes(networkLoadBalancer(template))).toMatchObject({ 'access_logs.s3.enabled': 'true', 'access_logs.s3.prefix': 'broker' });
    const policy = only(template, 'AWS::S3::BucketPolicy');
    expect(only(template, LOAD_BALANCER).DependsOn).toContain(policy.id);
    const statements: Json[] = policy.Properties.PolicyDocument.Statement;
    expect(statements.map(({ Action, Principal }) => [Action, Principal.Service])).toEqual([
      ['s3:GetBucketAcl', 'delivery.logs.amazonaws.com'], ['s3:PutObject', 'delivery.logs.amazonaws.com'],
    ]);
    const source = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':logs:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':*']] };
    for (const { Condition } of statements) {
      expect(Condition).toMatchObject({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }, ArnLike: { 'aws:SourceArn': source } });
    }
    expect(statements[1].Condition.StringEquals['s3:x-amz-acl']).toBe('bucket-owner-full-control');
    expect(statements[1].Resource['Fn::Join'][1].slice(1)).toEqual(['/broker/AWSLogs/', { Ref: 'AWS::AccountId' }, '/*']);
  });

  test('have the root of the bucket without a prefix', () => {
    expect(attributes(networkLoadBalancer(logging({}, [TLS])))).not.toHaveProperty('access_logs.s3.prefix');
  });

  test('leave the policy of an imported bucket alone', () => {
    const template = logging({ accessLogsBucket: Bucket.fromBucketName(new Stack(), 'Given', 'logs') }, [TLS]);
    expect(attributes(networkLoadBalancer(template))['access_logs.s3.bucket']).toBe('logs');
    template.resourceCountIs('AWS::S3::BucketPolicy', 0);
  });

  test('are not written without TLS, and the plan says so', () => {
    const template = logging({}, [{ port: 80 }, { port: 1883, protocol: Protocol.TCP }]);
    expect(attributes(networkLoadBalancer(template))).not.toHaveProperty('access_logs.s3.enabled');
  });
});

describe('client IP preservation', () => {
  const attributesOf = (listener: Partial<DockerrunListener>) => {
    const [group] = resources(listening({ port: 1883, protocol: Protocol.TCP, ...listener }), TARGET_GROUP);
    return (group.TargetGroupAttributes as { Key: string; Value: string }[]).filter(({ Key }) => Key === 'preserve_client_ip.enabled');
  };

  test.each([true, false])('is as it was chosen: %s', (preserveClientIp) => {
    expect(attributesOf({ preserveClientIp })).toEqual([{ Key: 'preserve_client_ip.enabled', Value: String(preserveClientIp) }]);
  });

  test('is left to AWS otherwise', () => {
    expect(attributesOf({})).toEqual([]);
  });

  test('is refused where AWS takes no choice', () => {
    const hint = 'Remove it; only TCP and TLS listeners have a choice.';
    expect(() => listening({ port: 53, protocol: Protocol.UDP, instancePort: 53, preserveClientIp: false }))
      .toThrow('listeners[0].preserveClientIp must come with a listener that speaks TCP or TLS, got UDP.');
    expect(() => listening({ port: 80, preserveClientIp: false })).toThrow(hint);
  });
});
