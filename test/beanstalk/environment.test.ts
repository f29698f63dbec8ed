import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Dockerrun, Nat, WorkerConsumer } from '../../lib';
import { BeanstalkEnvironment } from '../../lib/beanstalk/beanstalk-environment';
import { BeanstalkDeployment } from '../../lib/beanstalk/deployment';
import { BeanstalkPlatform } from '../../lib/beanstalk/platform';
import { container, file, Json, only, WEB } from '../ecs/helpers';
import { environment, optionOf, templateOf } from './helpers';

const plain = templateOf();

function platformArn(version: string): Json {
  const parts = [{ Ref: 'AWS::Partition' }, ':elasticbeanstalk:', { Ref: 'AWS::Region' }, `::platform/ECS running on 64bit Amazon Linux 2023/${version}`];
  return { 'Fn::Join': ['', ['arn:', ...parts]] };
}

test('an application, a version of the bundle, and the environment that runs it', () => {
  const application = only(plain, 'AWS::ElasticBeanstalk::Application');
  const version = only(plain, 'AWS::ElasticBeanstalk::ApplicationVersion');
  expect(version.Properties).toEqual({
    ApplicationName: { Ref: application.id },
    SourceBundle: { S3Bucket: { 'Fn::Sub': expect.stringContaining('cdk-') }, S3Key: expect.stringMatching(/^[0-9a-f]{64}\.zip$/) },
  });
  plain.hasResourceProperties('AWS::ElasticBeanstalk::Environment', {
    ApplicationName: { Ref: application.id },
    VersionLabel: { Ref: version.id },
    PlatformArn: platformArn('4.5.0'),
    Tier: { Name: 'WebServer', Type: 'Standard' },
  });
});

test('a version that a new one replaces stays in the application, whose rule counts it', () => {
  plain.hasResource('AWS::ElasticBeanstalk::ApplicationVersion', { UpdateReplacePolicy: 'Retain', DeletionPolicy: 'Delete' });
});

test('two environments of one application', () => {
  const stack = new Stack(new App(), 'Test');
  const { application } = new BeanstalkEnvironment(stack, 'Web', { dockerrun: file([WEB]) });
  const other = new BeanstalkEnvironment(stack, 'Other', { dockerrun: file([WEB]), application });
  expect(other.application).toBe(application);
  const template = Template.fromStack(stack);
  const { id } = only(template, 'AWS::ElasticBeanstalk::Application');
  for (const type of ['ApplicationVersion', 'Environment']) template.allResourcesProperties(`AWS::ElasticBeanstalk::${type}`, { ApplicationName: { Ref: id } });
});

test('every option has a text as its value', () => {
  const { OptionSettings: options } = only(plain, 'AWS::ElasticBeanstalk::Environment').Properties;
  expect(options.map(({ Namespace, OptionName, Value }: Record<string, unknown>) => `${String(Namespace)} ${String(OptionName)} = ${JSON.stringify(Value)}`)).toMatchSnapshot();
});

test('the load balancer is open on its ports, and the instances only to the load balancer', () => {
  const template = templateOf({
    dockerrun: file([WEB, container('admin', { portMappings: [{ hostPort: 8080, containerPort: 9000 }] })]),
    listeners: [{ port: 80 }, { port: 8080, allowedCidrs: ['10.1.0.0/16'] }],
  });
  template.hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [
      { CidrIp: '0.0.0.0/0', FromPort: 80, ToPort: 80, IpProtocol: 'tcp', Description: 'Allow from anyone on port 80' },
      { CidrIp: '10.1.0.0/16', FromPort: 8080, ToPort: 8080, IpProtocol: 'tcp', Description: 'from 10.1.0.0/16:8080' },
    ],
  });
  const [balancer, instances] = ['LoadBalancer', 'Instance'].map((name) => ({ 'Fn::GetAtt': [expect.stringMatching(`${name}SecurityGroup`), 'GroupId'] }));
  const ingress = Object.values(template.findResources('AWS::EC2::SecurityGroupIngress')).map(({ Properties }) => Properties);
  expect(ingress).toEqual([80, 8080].map((port) => ({
    FromPort: port, ToPort: port, IpProtocol: 'tcp', Description: 'Load balancer to process', GroupId: instances, SourceSecurityGroupId: balancer,
  })));
  expect(optionOf(template, 'aws:autoscaling:launchconfiguration', 'SecurityGroups')).toEqual(instances);
  expect(optionOf(template, 'aws:elbv2:loadbalancer', 'SecurityGroups')).toEqual(balancer);
});

test('instances act as a role with the policies of Beanstalk, and hand over the execution role of the file', () => {
  const template = templateOf({
    dockerrun: file([container('web', { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1', portMappings: [{ hostPort: 80, containerPort: 80 }] })],
      { executionRoleArn: 'arn:aws:iam::123456789012:role/agent', authentication: { bucket: 'secrets', key: 'docker.json' } }),
  });
  const managed = (name: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::aws:policy/${name}`]] });
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: Match.objectLike({ Statement: [Match.objectLike({ Principal: { Service: 'ec2.amazonaws.com' } })] }),
    ManagedPolicyArns: ['AWSElasticBeanstalkWebTier', 'AWSElasticBeanstalkWorkerTier', 'AWSElasticBeanstalkMulticontainerDocker', 'AmazonSSMManagedInstanceCore'].map(managed),
  });
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: Match.objectLike({ Statement: [Match.objectLike({ Condition: { StringEquals: { 'sts:ExternalId': 'elasticbeanstalk' } } })] }),
    ManagedPolicyArns: ['service-role/AWSElasticBeanstalkEnhancedHealth', 'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy'].map(managed),
  });
  const { Statement: statements } = only(template, 'AWS::IAM::Policy').Properties.PolicyDocument;
  expect(statements.map(({ Action }: { Action: unknown }) => Action)).toEqual([
    'ecr:GetAuthorizationToken', ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], 's3:GetObject', 'iam:PassRole',
  ]);
  expect(statements[3]).toMatchObject({ Resource: 'arn:aws:iam::123456789012:role/agent', Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } } });
});

test('the environment waits for its roles and its way out', () => {
  const role = new iam.Role(new Stack(new App(), 'Roles'), 'Service', { assumedBy: new iam.ServicePrincipal('elasticbeanstalk.amazonaws.com') });
  role.addToPolicy(new iam.PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }));
  const stack = Stack.of(role);
  new BeanstalkEnvironment(stack, 'Environment', { dockerrun: file([WEB]), serviceRole: role });
  const { DependsOn: waits } = only(Template.fromStack(stack), 'AWS::ElasticBeanstalk::Environment');
  expect(waits).toEqual(expect.arrayContaining([expect.stringMatching('InstanceRole'), expect.stringMatching('^ServiceDefaultPolicy'), expect.stringMatching(/DefaultRoute/)]));
});

test('a certificate', () => {
  const stack = new Stack(new App(), 'Test');
  const certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1');
  new BeanstalkEnvironment(stack, 'Environment', { dockerrun: file([WEB]), certificates: [certificate] });
  const template = Template.fromStack(stack);
  expect(optionOf(template, 'aws:elbv2:listener:443', 'SSLCertificateArns')).toBe('arn:aws:acm:eu-west-1:123456789012:certificate/1');
  expect(optionOf(template, 'aws:elbv2:listener:default', 'ListenerEnabled')).toBe('true');
  template.hasResourceProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: [Match.objectLike({ FromPort: 443 }), Match.objectLike({ FromPort: 80 })] });
});

test('a VPC that somebody else made', () => {
  const stack = new Stack(new App(), 'Test');
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-1', vpcCidrBlock: '10.0.0.0/16', availabilityZones: ['eu-west-1a', 'eu-west-1b'],
    publicSubnetIds: ['subnet-1', 'subnet-2'], privateSubnetIds: ['subnet-3', 'subnet-4'],
  });
  new BeanstalkEnvironment(stack, 'Environment', { dockerrun: file([WEB]), vpc });
  const template = Template.fromStack(stack);
  expect(['VPCId', 'Subnets', 'ELBSubnets'].map((name) => optionOf(template, 'aws:ec2:vpc', name))).toEqual(['vpc-1', 'subnet-3,subnet-4', 'subnet-1,subnet-2']);
});

test('platforms', () => {
  const arn = 'arn:aws:elasticbeanstalk:eu-west-1::platform/ECS running on 64bit Amazon Linux 2/3.5.1';
  const named = [BeanstalkPlatform.ecsAl2023('4.9.0'), BeanstalkPlatform.arn(arn)]
    .map((platform) => only(templateOf({ platform }), 'AWS::ElasticBeanstalk::Environment').Properties);
  expect(named.map(({ PlatformArn }) => PlatformArn)).toEqual([platformArn('4.9.0'), arn]);
  expect(named.every(({ SolutionStackName }) => SolutionStackName === undefined)).toBe(true);
});

test.each([
  [BeanstalkDeployment.allAtOnce(), ['AllAtOnce', 'Percentage', '50']],
  [BeanstalkDeployment.rolling({ batchSize: 1 }), ['Rolling', 'Fixed', '1']],
  [BeanstalkDeployment.rollingWithAdditionalBatch({ batchPercent: 25 }), ['RollingWithAdditionalBatch', 'Percentage', '25']],
  [BeanstalkDeployment.immutable(), ['Immutable', 'Percentage', '50']],
  [BeanstalkDeployment.trafficSplitting(), ['TrafficSplitting', 'Percentage', '50']],
])('deployment %#', (deployment, expected) => {
  const template = templateOf({ deployment });
  expect(['DeploymentPolicy', 'BatchSizeType', 'BatchSize'].map((name) => optionOf(template, 'aws:elasticbeanstalk:command', name))).toEqual(expected);
});

test('what Beanstalk cannot do is refused before anything is made', () => {
  const stack = new Stack(new App(), 'Test');
  const webAclArn = 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shield/a1';
  expect(() => new BeanstalkEnvironment(stack, 'Environment', {
    dockerrun: file([WEB]), nat: Nat.perAz(), webAclArn, deletionProtection: true,
  }))
    .toThrow(/^Dockerrun.aws.json cannot be deployed: 2 errors[^]*deletionProtection must not be set: Elastic Beanstalk has no option for it/);
  expect(stack.node.tryFindChild('Environment')?.node.children).toEqual([]);
});

test('a token in the file is refused, since it ends up in an archive', () => {
  const stack = new Stack(new App(), 'Test');
  const dockerrun = Dockerrun.fromString(JSON.stringify({
    AWSEBDockerrunVersion: 2,
    containerDefinitions: [{ name: 'web', image: 'example/web:1', memory: 64, portMappings: [{ hostPort: 80, containerPort: 80 }], environment: [{ name: 'REGION', value: stack.region }] }],
  }));
  expect(() => new BeanstalkEnvironment(stack, 'Environment', { dockerrun }))
    .toThrow('dockerrun must be known when the app is synthesized, got a token.');
});

test('tokens elsewhere reach the options', () => {
  const stack = new Stack(new App(), 'Test');
  new BeanstalkEnvironment(stack, 'Environment', { dockerrun: file([WEB]), environmentProperties: { REGION: stack.region } });
  expect(optionOf(Template.fromStack(stack), 'aws:elasticbeanstalk:application:environment', 'REGION')).toEqual({ Ref: 'AWS::Region' });
});

test('the plan is public', () => {
  const { plan } = environment();
  expect(plan.decision('deployment').choice).toBe('Rolling');
  expect(plan.toText()).toContain('  internet → HTTP 80 → target group (instance) → host port 80 → web:80\n');
  expect(plan.toText()).toContain('  aws:autoscaling:asg MinSize = 2\n');
});

describe('without NAT', () => {
  const image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.0';
  const dockerrun = file([container('web', { image, portMappings: [{ hostPort: 80, containerPort: 80 }] })]);
  const shared = ['s3', 'ecr.api', 'ecr.dkr', 'ecs', 'ecs-agent', 'ecs-telemetry', 'logs', 'ssm', 'ssmmessages', 'ec2messages', 'cloudformation'];
  const needed = [...shared, 'elasticbeanstalk', 'elasticbeanstalk-health', 'sqs'];
  const endpoints = (template: Template) => Object.values<Json>(template.findResources('AWS::EC2::VPCEndpoint')).map(({ Properties }) => Properties);
  const namesOf = (template: Template) => endpoints(template).map(({ ServiceName }) => ServiceName['Fn::Join'][1][2].slice(1));

  test('instances reach what Beanstalk wants them to, and the environment waits for it', () => {
    const made = environment({ nat: Nat.none(), dockerrun });
    const template = Template.fromStack(Stack.of(made));
    expect(namesOf(template)).toEqual(needed);
    expect(only(template, 'AWS::ElasticBeanstalk::Environment').DependsOn).toEqual(expect.arrayContaining(Object.keys(template.findResources('AWS::EC2::VPCEndpoint'))));
    expect(made.plan.decision('vpc endpoints').reason)
      .toBe('Without NAT, instances take commands, say how they are, pull, log and open shells through them; all but s3 cost by the hour and zone.');
  });

  test('the daemon of a worker reaches its table and its metrics too', () => {
    const made = environment({ nat: Nat.none(), dockerrun, worker: { consumer: WorkerConsumer.daemon() } });
    const template = Template.fromStack(Stack.of(made));
    expect(namesOf(template)).toEqual([...needed, 'dynamodb', 'monitoring']);
    expect(endpoints(template).filter(({ VpcEndpointType }) => VpcEndpointType === 'Gateway')).toHaveLength(2);
    expect(made.plan.decision('vpc endpoints').reason)
      .toBe('Without NAT, instances take commands, say how they are, pull, log, take messages and open shells through them; all but s3 and dynamodb cost by the hour and zone.');
  });
});
