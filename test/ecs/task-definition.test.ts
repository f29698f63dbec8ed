import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { InstanceType, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, Ec2Service, NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { ApplicationLoadBalancer, ApplicationProtocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { DockerrunTaskDefinition, DockerrunTaskDefinitionProps } from '../../lib';
import { agentStatements, container, containersOf, file, only, statementsOf, target, WEB } from './helpers';

function taskDefinition(props: Partial<DockerrunTaskDefinitionProps> = {}) {
  const stack = new Stack(new App(), 'Test');
  return { stack, made: new DockerrunTaskDefinition(stack, 'Task', { dockerrun: file([WEB]), ...props }) };
}

describe('a task definition alone', () => {
  test('makes itself, its roles and its log group', () => {
    const template = Template.fromStack(taskDefinition().stack);
    const types = Object.values<{ Type: string }>(template.toJSON().Resources).map(({ Type }) => Type);
    expect(types.sort()).toEqual(['AWS::ECS::TaskDefinition', 'AWS::IAM::Policy', 'AWS::IAM::Role', 'AWS::IAM::Role', 'AWS::Logs::LogGroup']);
  });

  test('writes to the log group that it is given', () => {
    const stack = new Stack(new App(), 'Test');
    const logGroup = new LogGroup(stack, 'Logs', { retention: RetentionDays.ONE_DAY });
    const made = new DockerrunTaskDefinition(stack, 'Task', { dockerrun: file([WEB]), logGroup });
    const template = Template.fromStack(stack);
    const { id, Properties } = only(template, 'AWS::Logs::LogGroup');
    expect(made.logGroup).toBe(logGroup);
    expect(Properties.RetentionInDays).toBe(1);
    expect(containersOf(template)[0].LogConfiguration.Options['awslogs-group']).toEqual({ Ref: id });
    expect(agentStatements(template)).toEqual([
      { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: { 'Fn::GetAtt': [id, 'Arn'] } },
    ]);
  });

  test('makes no log group when every container has a logging of its own', () => {
    const logged = container('web', { logConfiguration: { logDriver: 'json-file' } });
    const { stack, made } = taskDefinition({ dockerrun: file([logged]) });
    Template.fromStack(stack).resourceCountIs('AWS::Logs::LogGroup', 0);
    expect(made.logGroup).toBeUndefined();
    expect(containersOf(Template.fromStack(stack))[0].LogConfiguration).toEqual({ LogDriver: 'json-file' });
    Template.fromStack(taskDefinition({ dockerrun: file([logged, container('api')]) }).stack).resourceCountIs('AWS::Logs::LogGroup', 1);
  });

  test('gives its containers what is granted to its task role', () => {
    const { stack, made } = taskDefinition();
    Bucket.fromBucketName(stack, 'Bucket', 'shop-images').grantRead(made.taskRole, '*.png');
    const template = Template.fromStack(stack);
    const [statement] = statementsOf(template, target(only(template, 'AWS::ECS::TaskDefinition').Properties.TaskRoleArn));
    expect(statement.Action).toEqual(['s3:GetObject*', 's3:GetBucket*', 's3:List*']);
  });

  test('sets environmentProperties', () => {
    const { stack } = taskDefinition({ environmentProperties: { STAGE: 'prod' } });
    expect(containersOf(Template.fromStack(stack))[0].Environment).toContainEqual({ Name: 'STAGE', Value: 'prod' });
  });

  test('is the same task in every network mode, with the container port as host port in awsvpc mode', () => {
    const dockerrun = file([container('web', { portMappings: [{ hostPort: 8000, containerPort: 80 }] })]);
    const { stack } = taskDefinition({ dockerrun, networkMode: NetworkMode.AWS_VPC });
    const template = Template.fromStack(stack);
    expect(only(template, 'AWS::ECS::TaskDefinition').Properties.NetworkMode).toBe('awsvpc');
    expect(containersOf(template)[0].PortMappings).toEqual([{ ContainerPort: 80, HostPort: 80, Protocol: 'tcp' }]);
  });

  test('needs no listener, since that is for its service to say', () => {
    const portMappings = [{ hostPort: 8000, containerPort: 80 }, { hostPort: 8001, containerPort: 81 }];
    expect(() => taskDefinition({ dockerrun: file([container('web', { portMappings })]) })).not.toThrow();
  });

  test('is refused where the file cannot run, before anything is made', () => {
    const stack = new Stack(new App(), 'Test');
    const dockerrun = file([container('web', { hostname: 'web' })]);
    expect(() => new DockerrunTaskDefinition(stack, 'Task', { dockerrun, networkMode: NetworkMode.AWS_VPC }))
      .toThrow('`containerDefinitions[0].hostname` must be absent in awsvpc mode.');
    expect(stack.node.children).toEqual([]);
  });
});

test('a service of somebody else runs it on a cluster of somebody else, behind a load balancer of somebody else', () => {
  const stack = new Stack(new App(), 'Test');
  const vpc = new Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false, subnetConfiguration: [{ name: 'Public', subnetType: SubnetType.PUBLIC }] });
  const cluster = new Cluster(stack, 'Cluster', { vpc });
  cluster.addCapacity('Capacity', { instanceType: new InstanceType('t3.small'), vpcSubnets: { subnetType: SubnetType.PUBLIC } });
  const dockerrun = file([container('web', { portMappings: [{ hostPort: 0, containerPort: 80 }] }), container('admin', { portMappings: [{ containerPort: 81 }] })]);
  const made = new DockerrunTaskDefinition(stack, 'Task', { dockerrun });
  const service = new Ec2Service(stack, 'Service', { cluster, taskDefinition: made, desiredCount: 3 });
  const listener = new ApplicationLoadBalancer(stack, 'Front', { vpc, internetFacing: true }).addListener('Http', { port: 80 });
  listener.addTargets('Admin', { port: 80, protocol: ApplicationProtocol.HTTP, targets: [service.loadBalancerTarget({ containerName: 'admin', containerPort: 81 })] });

  const { Properties } = only(Template.fromStack(stack), 'AWS::ECS::Service');
  expect(Properties).toMatchObject({ DesiredCount: 3, SchedulingStrategy: 'REPLICA', TaskDefinition: { Ref: expect.stringMatching(/^Task/) } });
  expect(Properties.LoadBalancers).toEqual([{ ContainerName: 'admin', ContainerPort: 81, TargetGroupArn: { Ref: expect.stringMatching(/^FrontHttpAdminGroup/) } }]);
  expect(made.defaultContainer?.containerName).toBe('web');
});
