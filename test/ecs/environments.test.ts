import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Dockerrun, EcsEnvironment } from '../../lib';
import { container, containersOf, environment, file, Json, only, statementsOf, target, templateOf, WEB } from './helpers';

describe('two environments in one stack', () => {
  let template: Template;
  beforeAll(() => {
    const stack = new Stack(new App(), 'Test');
    for (const id of ['Blue', 'Green']) new EcsEnvironment(stack, id, { dockerrun: file([WEB]) });
    template = Template.fromStack(stack);
  });

  test('share nothing', () => {
    const byOwner = (owner: string) => Object.keys(template.toJSON().Resources).filter((id) => id.startsWith(owner));
    const [blue, green] = [byOwner('Blue'), byOwner('Green')];
    expect(blue.length).toBeGreaterThan(40);
    expect(green).toHaveLength(blue.length);
    const text = (ids: readonly string[]) => JSON.stringify(ids.map((id) => template.toJSON().Resources[id]));
    expect(text(blue)).not.toMatch(/"Green/);
    expect(text(green)).not.toMatch(/"Blue/);
  });

  test('have task families and addresses of their own', () => {
    const families = Object.values(template.findResources('AWS::ECS::TaskDefinition')).map(({ Properties }) => Properties.Family);
    expect(new Set(families).size).toBe(2);
    expect(Object.keys(template.toJSON().Outputs).map((id) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['BlueUrl', 'GreenUrl']);
  });
});

test('everything that an environment makes is a member, and the plan says why', () => {
  const made = environment();
  const template = Template.fromStack(Stack.of(made));
  const resolve = (value: unknown): string => target(Stack.of(made).resolve(value));
  expect({
    cluster: resolve(made.cluster.clusterArn),
    group: resolve(made.autoScalingGroup.autoScalingGroupName),
    launchTemplate: resolve(made.launchTemplate.launchTemplateId),
    taskDefinition: resolve(made.taskDefinition.taskDefinitionArn),
    service: resolve(made.service.serviceArn),
    logGroup: resolve(made.logGroup!.logGroupName),
    loadBalancer: resolve(made.loadBalancer!.loadBalancerArn),
    listeners: made.listeners.map(({ listenerArn }) => resolve(listenerArn)),
    targetGroups: made.targetGroups.map(({ targetGroupArn }) => resolve(targetGroupArn)),
  }).toEqual({
    cluster: only(template, 'AWS::ECS::Cluster').id,
    group: only(template, 'AWS::AutoScaling::AutoScalingGroup').id,
    launchTemplate: only(template, 'AWS::EC2::LaunchTemplate').id,
    taskDefinition: only(template, 'AWS::ECS::TaskDefinition').id,
    service: only(template, 'AWS::ECS::Service').id,
    logGroup: only(template, 'AWS::Logs::LogGroup').id,
    loadBalancer: only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').id,
    listeners: [only(template, 'AWS::ElasticLoadBalancingV2::Listener').id],
    targetGroups: [only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').id],
  });
  expect(made.plan.decision('scheduling').choice).toBe('one task per instance');
});

test('what is granted to the task role reaches the containers, and not the instances', () => {
  const made = environment();
  made.taskRole.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['*'] }));
  const template = Template.fromStack(Stack.of(made));
  const taskRole = target(only(template, 'AWS::ECS::TaskDefinition').Properties.TaskRoleArn);
  expect(statementsOf(template, taskRole)).toEqual([{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }]);
});

test('a stack of a known account and region has no tokens where these are known', () => {
  const template = templateOf({}, { env: { account: '111122223333', region: 'eu-west-1' } });
  const zones = Object.values(template.findResources('AWS::EC2::Subnet')).map(({ Properties }) => Properties.AvailabilityZone);
  expect(zones).toEqual(['dummy1a', 'dummy1b', 'dummy1a', 'dummy1b']);
  const [web] = containersOf(template);
  expect(web.LogConfiguration.Options['awslogs-region']).toBe('eu-west-1');
  expect(web.Environment).toEqual([{ Name: 'AWS_REGION', Value: 'eu-west-1' }]);
});

test('a template depends on nothing but its input', () => {
  const [first, second] = [templateOf(), templateOf()].map((template) => JSON.stringify(template.toJSON()));
  expect(first).toBe(second);
});

describe('a version 1 file', () => {
  let template: Template;
  beforeAll(() => {
    template = templateOf({
      dockerrun: Dockerrun.fromString(JSON.stringify({
        AWSEBDockerrunVersion: '1',
        Image: { Name: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/site:3.2' },
        Ports: [{ ContainerPort: '8080' }, { ContainerPort: 9090, HostPort: 9091 }],
        Volumes: [{ HostDirectory: '/srv/data', ContainerDirectory: '/data' }],
        Entrypoint: '/bin/site',
        Command: '--greeting "hello world"',
        Logging: '/var/log/site',
      })),
    });
  });

  test('is one container', () => {
    const [{ Environment, LogConfiguration, ...app }, ...others] = containersOf(template);
    expect(others).toEqual([]);
    expect(app).toEqual({
      Name: 'app',
      Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/site:3.2',
      Essential: true,
      MemoryReservation: 256,
      EntryPoint: ['/bin/site'],
      Command: ['--greeting', 'hello world'],
      PortMappings: [{ ContainerPort: 8080, HostPort: 80, Protocol: 'tcp' }, { ContainerPort: 9090, HostPort: 9091, Protocol: 'tcp' }],
      MountPoints: [
        { SourceVolume: 'volume-1', ContainerPath: '/data', ReadOnly: false },
        { SourceVolume: 'awseb-logs-app', ContainerPath: '/var/log/site', ReadOnly: false },
      ],
    });
  });

  test('has its volumes and a load balancer that leads to its first port', () => {
    expect(only(template, 'AWS::ECS::TaskDefinition').Properties.Volumes).toEqual([
      { Name: 'volume-1', Host: { SourcePath: '/srv/data' } },
      { Name: 'awseb-logs-app', Host: { SourcePath: '/var/log/containers/app' } },
    ]);
    const [{ ContainerName, ContainerPort }]: Json[] = only(template, 'AWS::ECS::Service').Properties.LoadBalancers;
    expect([ContainerName, ContainerPort]).toEqual(['app', 8080]);
  });
});

test('a file with a container named like a part of the construct tree is a file like all others', () => {
  for (const name of ['TaskRole', 'LogGroup', 'ExecutionRole', 'Resource', 'constructor', '__proto__']) {
    const [made] = containersOf(templateOf({ dockerrun: file([container(name, { image: 'web:1.0' })]) }));
    expect(made.Name).toBe(name);
  }
});
