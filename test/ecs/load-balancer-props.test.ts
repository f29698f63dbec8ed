import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { IpProtocol, Vpc } from 'aws-cdk-lib/aws-ec2';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { IpAddressType } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { EcsEnvironment } from '../../lib';
import { walk } from '../walker/walk';
import { container, file, Json, only, Props, WEB } from './helpers';

const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const WEB_ACL = 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shield/0a1b2c3d';

/** An environment whose props may use the stack. */
function made(props: (stack: Stack) => Props = () => ({}), containers: readonly object[] = [WEB]) {
  const stack = new Stack(new App(), 'Test');
  const environment = new EcsEnvironment(stack, 'Environment', { dockerrun: file(containers), ...props(stack) });
  return { stack, environment, template: Template.fromStack(stack) };
}

function attributes(template: Template): Json {
  return Object.fromEntries(only(template, LOAD_BALANCER).Properties.LoadBalancerAttributes.map(({ Key: key, Value }: Json) => [key, Value]));
}

/** The rules of the load balancer for its clients. */
function ingress(template: Template): Json[] {
  return Object.values<Json>(template.findResources('AWS::EC2::SecurityGroup')).flatMap(({ Properties }) => Properties.SecurityGroupIngress ?? []);
}

/** Proves that every listener leads to its containers for these clients, and that no rule is wider than it has to be. */
function expectWay(template: Template, clients: Record<number, string[]>): void {
  const { listeners, overBroad } = walk(template.toJSON() as Json, clients);
  expect(listeners.map(({ paths, breaks }) => [paths.length > 0, breaks])).toEqual(listeners.map(() => [true, []]));
  expect(overBroad).toEqual([]);
}

const dualStackVpc = (stack: Stack) => new Vpc(stack, 'Own', { restrictDefaultSecurityGroup: false, ipProtocol: IpProtocol.DUAL_STACK });

test('without props the attributes are those that the CDK writes anyhow', () => {
  expect(attributes(made().template)).toEqual({ 'deletion_protection.enabled': 'false' });
});

test('every figure reaches the template', () => {
  const { template, environment } = made(() => ({ idleTimeout: Duration.minutes(5), dropInvalidHeaderFields: true, deletionProtection: true }));
  expect(attributes(template)).toEqual({
    'deletion_protection.enabled': 'true',
    'routing.http.drop_invalid_header_fields.enabled': 'true',
    'idle_timeout.timeout_seconds': '300',
  });
  expect(environment.plan.decision('idle timeout')).toMatchObject({ topic: 'idle timeout', choice: '300 s', source: 'prop', reason: 'You chose it.' });
  expect(environment.plan.decision('invalid headers')).toMatchObject({ topic: 'invalid headers', choice: 'dropped', source: 'prop', reason: 'You chose it.' });
  expect(environment.plan.decision('deletion protection').choice).toBe('on');
});

test('invalid headers are kept as on Beanstalk, and the plan says why', () => {
  expect(made().environment.plan.decision('invalid headers')).toMatchObject({
    topic: 'invalid headers', choice: 'kept', source: 'beanstalk',
    reason: 'As on Beanstalk: dropping them would silently take every header with an underscore in its name from the application.',
  });
});

describe('an internal load balancer', () => {
  const internal = made(() => ({ publicLoadBalancer: false, listeners: [{ port: 80 }, { port: 8080, instancePort: 80, allowedCidrs: ['10.9.0.0/16'] }] }));
  const vpc = only(internal.template, 'AWS::EC2::VPC').id;

  test('stands in the private subnets', () => {
    const { Scheme, Subnets } = only(internal.template, LOAD_BALANCER).Properties;
    expect(Scheme).toBe('internal');
    expect(Subnets).toEqual([{ Ref: expect.stringMatching(/PrivateSubnet1/) }, { Ref: expect.stringMatching(/PrivateSubnet2/) }]);
  });

  test('is open to the VPC, not to the world', () => {
    expect(ingress(internal.template)).toEqual([
      { CidrIp: { 'Fn::GetAtt': [vpc, 'CidrBlock'] }, Description: 'Allow from the VPC on port 80', FromPort: 80, IpProtocol: 'tcp', ToPort: 80 },
      { CidrIp: '10.9.0.0/16', Description: 'from 10.9.0.0/16:8080', FromPort: 8080, IpProtocol: 'tcp', ToPort: 8080 },
    ]);
    expectWay(internal.template, { 80: [`${vpc}.CidrBlock`], 8080: ['10.9.0.0/16'] });
  });

  test('shows in the plan', () => {
    const { plan } = internal.environment;
    expect(plan.toText()).toContain('\n  VPC → HTTP 80 → target group (instance) → host port 80 → web:80\n');
    expect(plan.decision('load balancer')).toMatchObject({
      topic: 'load balancer', choice: 'internal application load balancer', source: 'prop',
      reason: 'You chose it; it stands in the private subnets, and an open listener takes clients of the VPC only.',
    });
  });

  test('has target groups of its own, and keeps every other logical id', () => {
    const ids = (template: Template) => Object.keys(template.toJSON().Resources);
    const open = made(() => ({ listeners: [{ port: 80 }] })).template;
    const closed = made(() => ({ listeners: [{ port: 80 }], publicLoadBalancer: false })).template;
    const missing = (some: Template, other: Template) => ids(some).filter((id) => !ids(other).includes(id)).map((id) => id.slice(0, -8));
    expect(missing(open, closed)).toEqual(['EnvironmentServiceTarget80']);
    expect(missing(closed, open)).toEqual(['EnvironmentServiceTargetInternal80']);
  });

  test('needs no public subnets, and lets in private addresses when nothing tells the range of the VPC', () => {
    const app = new App();
    const stack = new Stack(app, 'Test');
    const other = new Stack(app, 'Other');
    const imported = Vpc.fromVpcAttributes(stack, 'Imported', {
      vpcId: 'vpc-1', availabilityZones: ['a', 'b'], privateSubnetIds: ['subnet-1', 'subnet-2'], privateSubnetRouteTableIds: ['rtb-1', 'rtb-2'],
    });
    const props = { dockerrun: file([WEB]), vpc: imported, publicLoadBalancer: false };
    new EcsEnvironment(other, 'Open', props);
    new EcsEnvironment(stack, 'Closed', { ...props, listeners: [{ port: 80, allowedCidrs: ['10.0.0.0/16'] }] });
    const groups = Object.values<Json>(Template.fromStack(other).findResources('AWS::EC2::SecurityGroup'));
    const ranges = groups.flatMap(({ Properties: { SecurityGroupIngress = [] } }) => SecurityGroupIngress as Json[]);
    expect(ranges.map(({ CidrIp }) => CidrIp).filter(Boolean)).toEqual([
      '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10',
    ]);
    expect(only(Template.fromStack(stack), LOAD_BALANCER).Properties.Subnets).toEqual(['subnet-1', 'subnet-2']);
  });
});

describe('IPv6', () => {
  test.each([IpAddressType.DUAL_STACK, IpAddressType.DUAL_STACK_WITHOUT_PUBLIC_IPV4])('as %s opens the listener to both worlds', (ipAddressType) => {
    const { template } = made((stack) => ({ vpc: dualStackVpc(stack), ipAddressType }));
    expect(only(template, LOAD_BALANCER).Properties.IpAddressType).toBe(ipAddressType);
    expect(ingress(template).map(({ CidrIp, CidrIpv6 }) => CidrIp ?? CidrIpv6)).toEqual(['0.0.0.0/0', '::/0']);
    expectWay(template, { 80: ['0.0.0.0/0', '::/0'] });
  });

  test('opens no listener that is not open', () => {
    const listeners = [{ port: 80, open: false }];
    const { template } = made((stack) => ({ vpc: dualStackVpc(stack), ipAddressType: IpAddressType.DUAL_STACK, listeners }));
    expect(ingress(template)).toEqual([]);
  });

  test('does not make an internal load balancer reachable from elsewhere', () => {
    const { template } = made((stack) => ({ vpc: dualStackVpc(stack), ipAddressType: IpAddressType.DUAL_STACK, publicLoadBalancer: false }));
    const vpc = only(template, 'AWS::EC2::VPC').id;
    expect(ingress(template).map(({ CidrIp, CidrIpv6 }) => CidrIp ?? CidrIpv6)).toEqual([{ 'Fn::GetAtt': [vpc, 'CidrBlock'] }]);
  });
});

describe('access logs', () => {
  const statement = (prefix: string, bucket: string) => ({
    Action: 's3:PutObject',
    Effect: 'Allow',
    Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
    Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [bucket, 'Arn'] }, `/${prefix}AWSLogs/`, { Ref: 'AWS::AccountId' }, '/*']] },
  });

  test.each([[undefined, ''], ['shop', 'shop/']])('with prefix %s go to the bucket, whose policy is there first, in any region', (accessLogsPrefix, path) => {
    const { template } = made((stack) => ({ accessLogsBucket: new Bucket(stack, 'Logs', { encryption: BucketEncryption.S3_MANAGED }), accessLogsPrefix }));
    const bucket = only(template, 'AWS::S3::Bucket').id;
    const policy = only(template, 'AWS::S3::BucketPolicy');
    expect(attributes(template)).toEqual({
      'deletion_protection.enabled': 'false',
      'access_logs.s3.enabled': 'true',
      'access_logs.s3.bucket': { Ref: bucket },
      ...accessLogsPrefix === undefined ? {} : { 'access_logs.s3.prefix': accessLogsPrefix },
    });
    expect(policy.Properties.PolicyDocument.Statement).toEqual([statement(path, bucket)]);
    expect(only(template, LOAD_BALANCER).DependsOn).toContain(policy.id);
  });

  test('cannot go to a bucket under a key of AWS KMS, not even under that of AWS', () => {
    const under = (encryption: BucketEncryption) => () => made((stack) => ({ accessLogsBucket: new Bucket(stack, 'Logs', { encryption }) }));
    const said = 'accessLogsBucket must be encrypted by Amazon S3, got a bucket with a key of AWS KMS.';
    const all = [BucketEncryption.KMS, BucketEncryption.KMS_MANAGED, BucketEncryption.DSSE_MANAGED];
    for (const encryption of all) expect(under(encryption)).toThrow(said);
    expect(() => made((stack) => ({
      accessLogsBucket: Bucket.fromBucketAttributes(stack, 'Logs', { bucketName: 'logs', encryptionKey: new Key(stack, 'Key') }),
    }))).toThrow(said);
  });

  test('to an imported bucket are its own affair, with a warning', () => {
    const { stack, template } = made((scope) => ({ accessLogsBucket: Bucket.fromBucketName(scope, 'Logs', 'logs') }));
    expect(attributes(template)['access_logs.s3.bucket']).toBe('logs');
    template.resourceCountIs('AWS::S3::BucketPolicy', 0);
    const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('accessLogsBucket is imported, so nothing was added to its policy\\.'));
    expect(found.map(({ id }) => id)).toEqual(['/Test/Environment']);
  });
});

test('a web ACL is put before the load balancer', () => {
  const { template, environment } = made(() => ({ webAclArn: WEB_ACL }));
  expect(only(template, 'AWS::WAFv2::WebACLAssociation').Properties).toEqual({ ResourceArn: { Ref: only(template, LOAD_BALANCER).id }, WebACLArn: WEB_ACL });
  expect(environment.plan.decision('web ACL').choice).toBe(WEB_ACL);
});

test('values that are known only at deployment skip their checks', () => {
  const { template, environment } = made((stack) => ({
    idleTimeout: Duration.seconds(new CfnParameter(stack, 'Idle', { type: 'Number' }).valueAsNumber),
    webAclArn: new CfnParameter(stack, 'Acl').valueAsString,
    accessLogsBucket: new Bucket(stack, 'Logs'),
    accessLogsPrefix: new CfnParameter(stack, 'Prefix').valueAsString,
  }));
  expect(attributes(template)).toMatchObject({ 'idle_timeout.timeout_seconds': { Ref: 'Idle' }, 'access_logs.s3.prefix': { Ref: 'Prefix' } });
  expect(only(template, 'AWS::WAFv2::WebACLAssociation').Properties.WebACLArn).toEqual({ Ref: 'Acl' });
  const { front } = JSON.parse(environment.plan.toJson());
  expect(front).toMatchObject({
    idleTimeout: { unresolved: 'idleTimeout' }, webAclArn: { unresolved: 'webAclArn' }, accessLogs: { prefix: { unresolved: 'accessLogsPrefix' } },
  });
  const SKIPPED = 'It is known only at deployment, so the checks that need it were skipped.';
  expect(['idle timeout', 'web ACL'].map((topic) => environment.plan.decision(topic).reason)).toEqual([SKIPPED, SKIPPED]);
  expect(environment.plan.toJson() + environment.plan.toText()).not.toMatch(/Token\[|-1\.\d+e\+?\d+/);
});

test.each([
  [NetworkMode.BRIDGE, '9000'], [NetworkMode.AWS_VPC, '9001'], [NetworkMode.HOST, '9001'],
])('a health check on a port of its own has its own way in %s mode', (networkMode, port) => {
  const containers = [container('web', { portMappings: [{ hostPort: 80, containerPort: 8080 }, { hostPort: 9000, containerPort: 9001 }] })];
  const { template } = made(() => ({ networkMode, listeners: [{ port: 80, healthCheck: { port: 9000 } }] }), containers);
  expect(only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties.HealthCheckPort).toBe(port);
  expectWay(template, { 80: ['0.0.0.0/0'] });
});
