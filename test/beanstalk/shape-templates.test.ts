import { App, Lazy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { BeanstalkEnvironment, BeanstalkEnvironmentProps, EcsEnvironment, WorkerConsumer } from '../../lib';
import { file, Json, only, WEB } from '../ecs/helpers';
import { environment, optionOf, Props, templateOf } from './helpers';

const WORKER: Props = { worker: { consumer: WorkerConsumer.dispatcher(ecs.ContainerImage.fromRegistry('example/dispatcher:1')) } };

/** What the instances let in: address, first port. */
function opened(template: Template): unknown[] {
  const groups: Json[] = Object.values(template.findResources('AWS::EC2::SecurityGroup'));
  const [instances] = groups.filter(({ Properties }) => Properties.GroupDescription.startsWith('Instances'));
  return (instances.Properties.SecurityGroupIngress ?? []).map(({ CidrIp, FromPort }: Json) => [CidrIp, FromPort]);
}

function withStack(props: (stack: Stack) => Partial<BeanstalkEnvironmentProps>): Template {
  const stack = new Stack(new App(), 'Test');
  new BeanstalkEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...props(stack) });
  return Template.fromStack(stack);
}

test('a worker has a queue, which its daemon and its containers know', () => {
  const template = templateOf(WORKER);
  const { Tier } = only(template, 'AWS::ElasticBeanstalk::Environment').Properties;
  expect(Tier).toEqual({ Name: 'Worker', Type: 'SQS/HTTP' });
  const queue = optionOf(template, 'aws:elasticbeanstalk:sqsd', 'WorkerQueueURL');
  expect(queue).toEqual({ Ref: expect.stringMatching(/^EnvironmentQueue/) });
  expect(optionOf(template, 'aws:elasticbeanstalk:application:environment', 'SQS_QUEUE_URL')).toEqual(queue);
  template.hasResource('AWS::SQS::Queue', {
    Properties: {
      SqsManagedSseEnabled: true, VisibilityTimeout: 300, MessageRetentionPeriod: 345_600, RedrivePolicy: Match.objectLike({ maxReceiveCount: 10 }),
    },
  });
  template.resourceCountIs('AWS::SQS::QueuePolicy', 2);
  const allows = (action: string) => Match.objectLike({ Action: Match.arrayWith([action]) });
  const statements = Match.arrayWith([allows('sqs:ReceiveMessage'), allows('sqs:SendMessage')]);
  template.hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: { Statement: statements } });
  expect(template.findOutputs('*')).toEqual({});
  expect(opened(template)).toEqual([]);
});

test('one worker fits both targets', () => {
  const stack = new Stack(new App(), 'Test');
  new EcsEnvironment(stack, 'Ecs', { dockerrun: file([WEB]), ...WORKER });
  const beanstalk = new BeanstalkEnvironment(stack, 'Beanstalk', { dockerrun: file([WEB]), ...WORKER });
  expect([beanstalk.endpointUrl, beanstalk.loadBalancerSecurityGroup]).toEqual([undefined, undefined]);
  expect(beanstalk.deadLetterQueue).toBeDefined();
});

test('a queue that somebody else made', () => {
  const given = (stack: Stack) => sqs.Queue.fromQueueArn(stack, 'Given', 'arn:aws:sqs:eu-west-1:123456789012:jobs');
  const template = withStack((stack) => ({ worker: { consumer: WorkerConsumer.daemon(), queue: given(stack) } }));
  template.resourceCountIs('AWS::SQS::Queue', 0);
  expect(JSON.stringify(optionOf(template, 'aws:elasticbeanstalk:sqsd', 'WorkerQueueURL'))).toContain('/123456789012/jobs');
});

test('a single instance is open itself, in a public subnet without a NAT gateway', () => {
  const template = templateOf({ singleInstance: true });
  expect(opened(template)).toEqual([['0.0.0.0/0', 80]]);
  template.resourceCountIs('AWS::EC2::NatGateway', 0);
  const subnets = JSON.stringify(optionOf(template, 'aws:ec2:vpc', 'Subnets'));
  expect([subnets.includes('PublicSubnet'), subnets.includes('PrivateSubnet')]).toEqual([true, false]);
  expect(only(template, 'AWS::ElasticBeanstalk::Environment').DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/PublicSubnet1DefaultRoute/)]));
});

test('behind a Network Load Balancer the instances are open on their own ports', () => {
  const listeners = [{ port: 8080, instancePort: 80, protocol: elbv2.Protocol.TCP }];
  expect(opened(templateOf({ listeners }))).toEqual([['0.0.0.0/0', 80]]);
  const restricted = templateOf({ listeners: [{ ...listeners[0], allowedCidrs: ['10.1.0.0/16'] }] });
  expect(opened(restricted)).toEqual([['10.1.0.0/16', 80], [{ 'Fn::GetAtt': [expect.stringMatching(/Vpc/), 'CidrBlock'] }, 80]]);
  expect(optionOf(restricted, 'aws:ec2:vpc', 'ELBSubnets')).toBeDefined();
});

test('a shared load balancer reaches the processes', () => {
  const template = withStack((stack) => {
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const sharedLoadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'Shared', { vpc });
    sharedLoadBalancer.addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
    return { vpc, sharedLoadBalancer };
  });
  expect(only(template, 'AWS::ElasticBeanstalk::Environment').DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/^SharedHttp/)]));
  expect(optionOf(template, 'aws:elbv2:loadbalancer', 'SharedLoadBalancer')).toEqual({ Ref: expect.stringMatching(/^Shared/) });
  expect(optionOf(template, 'aws:elbv2:loadbalancer', 'SecurityGroups')).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Shared/), 'GroupId'] });
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
    FromPort: 80,
    GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('Instance'), 'GroupId'] },
    SourceSecurityGroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Shared'), 'GroupId'] },
  });
});

test('secrets, a topic, access logs and roles of the user', () => {
  const template = withStack((stack) => ({
    dockerrun: file([WEB], { executionRoleArn: 'arn:aws:iam::123456789012:role/agent' }),
    environmentSecrets: { PASSWORD: ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Secret', 'db')) },
    notificationsTopic: new sns.Topic(stack, 'Topic'),
    accessLogsBucket: new s3.Bucket(stack, 'Logs'),
    accessLogsPrefix: 'shop',
    instanceRole: new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
  }));
  expect(JSON.stringify(optionOf(template, 'aws:elasticbeanstalk:application:environmentsecrets', 'PASSWORD'))).toContain(':secret:db');
  expect(optionOf(template, 'aws:elasticbeanstalk:sns:topics', 'Notification Topic ARN')).toEqual({ Ref: expect.stringMatching(/^Topic/) });
  expect(optionOf(template, 'aws:elbv2:loadbalancer', 'AccessLogsS3Bucket')).toEqual({ Ref: expect.stringMatching(/^Logs/) });
  expect(optionOf(template, 'aws:elbv2:loadbalancer', 'AccessLogsS3Prefix')).toBe('shop');
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: { Statement: [Match.objectLike({ Action: 's3:PutObject', Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' } })] },
  });
  expect(only(template, 'AWS::ElasticBeanstalk::Environment').DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/^LogsPolicy/), expect.stringMatching(/^Mine/)]));
  template.hasResourceProperties('AWS::IAM::InstanceProfile', { Roles: [{ Ref: Match.stringLikeRegexp('^Mine') }] });
  const actions = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(({ Properties }) => Properties.PolicyDocument.Statement.map(({ Action }: Json) => Action)).flat();
  expect(actions).toEqual(expect.arrayContaining(['secretsmanager:GetSecretValue', 'iam:PassRole', 'sns:Publish']));
});

test('names of what is retired are known', () => {
  const message = 'retiredListeners[0] must be known when the app is synthesized, got a token.';
  expect(() => environment({ retiredListeners: [Lazy.number({ produce: () => 8080 })] })).toThrow(message);
});
