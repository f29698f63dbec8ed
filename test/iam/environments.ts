import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import {
  BeanstalkEnvironment,
  BeanstalkEnvironmentProps,
  CapacityImage,
  RolloutStrategy,
  DockerrunRepositories,
  DockerrunService,
  EcsEnvironment,
  DockerrunEnvironmentFile,
  FrontDoor,
  DockerrunVolume,
  InstancePolicy,
  Nat,
  Scheduling,
  SourceBundle,
  WorkerConsumer,
} from '../../lib';
import { container, file, Props, WEB } from '../ecs/helpers';
import { TemplateJson } from '../walker/template';

/*
 * Environments that between them have every statement that this library writes, beside those of the examples.
 */
type Make = (stack: Stack) => Props;

const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.0';
const PRIVATE = file([container('web', { image: ECR, portMappings: [{ hostPort: 80, containerPort: 80 }] })], {
  executionRoleArn: 'arn:aws:iam::111122223333:role/agent',
  authentication: { bucket: 'secrets', key: 'path/.dockercfg' },
});
const DATA = file(
  [
    container('web', {
      portMappings: [{ hostPort: 80, containerPort: 80 }],
      mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
    }),
  ],
  { volumes: [{ name: 'data', host: { sourcePath: '/srv/data' } }] },
);
const TCP = [{ port: 1883, protocol: elbv2.Protocol.TCP, instancePort: 80 }];
const PERIODIC = [{ name: 'report', url: '/report', schedule: '30 6 * * *' }];
const scoped = { instancePolicy: InstancePolicy.scoped() };

/** The ways in which an environment on native ECS gets permissions. */
const ECS: Readonly<Record<string, Make>> = {
  'default': () => ({}),
  'scoped': () => scoped,
  'scoped, Bottlerocket': () => ({ ...scoped, machineImage: CapacityImage.bottlerocket() }),
  'scoped, replicas': () => ({ ...scoped, scheduling: Scheduling.replicas({ min: 2, max: 4 }) }),
  'Bottlerocket': () => ({ machineImage: CapacityImage.bottlerocket() }),
  'own network interfaces': () => ({ networkMode: ecs.NetworkMode.AWS_VPC }),
  'Spot': () => ({
    alternativeInstanceTypes: [new ec2.InstanceType('t3a.medium')], onDemandPercentageAboveBaseCapacity: 0,
  }),
  'without NAT': () => ({
    nat: Nat.none(),
    dockerrun: file([container('web', { image: ECR, portMappings: [{ hostPort: 80, containerPort: 80 }] })]),
  }),
  'NAT instances': () => ({ nat: Nat.instances() }),
  'private registries': () => ({ dockerrun: PRIVATE }),
  'private registries, scoped': () => ({ ...scoped, dockerrun: PRIVATE }),
  'secrets': (stack) => ({
    secrets: {
      web: {
        A: ecs.Secret.fromSecretsManager(
          new secretsmanager.Secret(stack, 'A', { encryptionKey: new kms.Key(stack, 'Key') }),
        ),
        B: ecs.Secret.fromSsmParameter(
          ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'B', {
            parameterName: '/shop/b', encryptionKey: new kms.Key(stack, 'Other'),
          }),
        ),
      },
    },
    images: { web: ecs.ContainerImage.fromEcrRepository(new ecr.Repository(stack, 'Repository'), '1') },
  }),
  'registry credentials': (stack) => ({ registryCredentials: { web: new secretsmanager.Secret(stack, 'Registry') } }),
  'file system': (stack) => {
    const vpc = new ec2.Vpc(stack, 'Vpc');
    return {
      dockerrun: DATA, vpc, volumes: { data: DockerrunVolume.efs(new efs.FileSystem(stack, 'Files', { vpc })) },
    };
  },
  'file system with an access point': (stack) => {
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const fileSystem = new efs.FileSystem(stack, 'Files', { vpc });
    return {
      dockerrun: DATA,
      vpc,
      volumes: { data: DockerrunVolume.efs(fileSystem, { accessPoint: fileSystem.addAccessPoint('Point', {}) }) },
    };
  },
  'worker': () => ({
    worker: { consumer: WorkerConsumer.polls(), periodicTasks: PERIODIC },
    scheduling: Scheduling.replicas({ min: 1, max: 3 }),
  }),
  'dispatcher': (stack) => ({
    worker: {
      consumer: WorkerConsumer.dispatcher(ecs.ContainerImage.fromRegistry('example/sqsd:1')),
      queue: encryptedQueue(stack),
      periodicTasks: PERIODIC,
    },
  }),
  'source bundle': () => ({
    sourceBundle: SourceBundle.fromDirectory(join(__dirname, '..', '..', 'examples', 'source-bundle', 'bundle')),
    dockerrun: undefined,
  }),
  'observability': (stack) => ({
    enableExecuteCommand: true,
    containerInsights: ecs.ContainerInsights.ENHANCED,
    logEncryptionKey: new kms.Key(stack, 'Logs'),
    accessLogsBucket: new s3.Bucket(stack, 'AccessLogs'),
    flowLogs: ec2.FlowLogDestination.toCloudWatchLogs(new logs.LogGroup(stack, 'Flows')),
  }),
  'HTTP API': () => ({ frontDoor: FrontDoor.httpApi(), publicLoadBalancer: false }),
  'CloudFront': (stack) => ({
    frontDoor: FrontDoor.cloudFront({
      originPrefixListId: 'pl-1',
      logBucket: new s3.Bucket(stack, 'Logs', { objectOwnership: s3.ObjectOwnership.OBJECT_WRITER }),
    }),
  }),
  'environment files of an encrypted bucket': (stack) => ({
    environmentFiles: {
      web: [
        DockerrunEnvironmentFile.fromBucket(
          new s3.Bucket(stack, 'Config', { encryptionKey: new kms.Key(stack, 'ConfigKey') }), 'prod/web.env',
        ),
      ],
    },
  }),
  'repositories': (stack) => ({
    images: new DockerrunRepositories(stack, 'Repositories', { dockerrun: file([WEB]), namespace: 'shop' }).images(
      '1.4.2',
    ),
  }),
  'alarms and a dashboard': () => ({ alarms: {}, dashboard: true }),
  'alarms to an encrypted topic': (stack) => ({
    alarms: {
      topic: new sns.Topic(stack, 'Ops', { masterKey: new kms.Key(stack, 'OpsKey') }), rollbackOnUnhealthyHosts: true,
    },
  }),
  'versions side by side': () => blueGreen([{ port: 80 }]),
  'versions side by side behind a Network Load Balancer': () => blueGreen(TCP),
  'TLS': (stack) => ({
    certificates: [
      acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/1'),
    ],
  }),
};

/** The same on Elastic Beanstalk. */
const BEANSTALK: Readonly<Record<string, (stack: Stack) => Partial<BeanstalkEnvironmentProps>>> = {
  'default': () => ({}),
  'private registries': () => ({ dockerrun: PRIVATE }),
  'source bundle': ECS['source bundle'],
  'worker': () => ({ worker: { consumer: WorkerConsumer.daemon() } }),
  'worker of an encrypted queue': (stack) => ({
    worker: { consumer: WorkerConsumer.daemon(), queue: encryptedQueue(stack) },
  }),
  'single instance': () => ({ singleInstance: true }),
  'Network Load Balancer': () => ({ listeners: TCP }),
  'shared load balancer': (stack) => {
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const sharedLoadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'Shared', { vpc });
    sharedLoadBalancer.addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
    return { vpc, sharedLoadBalancer };
  },
  'secrets': (stack) => ({
    dockerrun: PRIVATE,
    environmentSecrets: {
      A: ecs.Secret.fromSecretsManager(
        new secretsmanager.Secret(stack, 'A', { encryptionKey: new kms.Key(stack, 'Key') }),
      ),
      B: ecs.Secret.fromSsmParameter(
        ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'B', {
          parameterName: '/shop/b', encryptionKey: new kms.Key(stack, 'Other'),
        }),
      ),
    },
  }),
  'notifications': (stack) => ({ notificationsTopic: new sns.Topic(stack, 'Topic') }),
  'notifications to an encrypted topic': (stack) => ({
    notificationsTopic: new sns.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'TopicKey') }),
  }),
  'access logs': (stack) => ({ accessLogsBucket: new s3.Bucket(stack, 'Logs') }),
};

/** What stands on something that somebody else made. */
const ALONE: Readonly<Record<string, (stack: Stack) => void>> = {
  'a service on a given cluster': (stack) => {
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', {
      clusterName: 'shop', vpc: new ec2.Vpc(stack, 'Vpc'), hasEc2Capacity: true,
    });
    new DockerrunService(stack, 'Service', {
      dockerrun: PRIVATE,
      cluster,
      enableExecuteCommand: true,
      secrets: { web: { A: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'A')) } },
    });
  },
};

/** Two versions at once, the second behind target groups of its own. */
function blueGreen(listeners: Props['listeners']): Props {
  return {
    listeners, maxCapacity: 6, scheduling: Scheduling.replicas({ desired: 2, strategy: RolloutStrategy.blueGreen() }),
  };
}

function encryptedQueue(stack: Stack): sqs.Queue {
  return new sqs.Queue(stack, 'Jobs', { encryptionMasterKey: new kms.Key(stack, 'QueueKey') });
}

/** Each environment by its name, with the template of its stack. */
export const ENVIRONMENTS: readonly [string, () => TemplateJson][] = [
  ...Object.entries(ECS).map(([name, make]): [string, () => TemplateJson] => [
    name,
    () =>
      synthesize((stack) => {
        const made = new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...make(stack) });
        if (made.queue) made.queue.grantSendMessages(made.taskRole);
      }),
  ]),
  ...Object.entries(BEANSTALK).map(([name, make]): [string, () => TemplateJson] => [
    `${name} on Elastic Beanstalk`,
    () =>
      synthesize((stack) => {
        new BeanstalkEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...make(stack) });
      }),
  ]),
  ...Object.entries(ALONE).map(([name, build]): [string, () => TemplateJson] => [name, () => synthesize(build)]),
];

function synthesize(build: (stack: Stack) => void): TemplateJson {
  const app = new App();
  const stack = new Stack(app, 'Test');
  build(stack);
  return app.synth().getStackByName(stack.stackName).template;
}

/** A template with one statement in a policy. */
export function withStatement(statement: iam.PolicyStatementProps): TemplateJson {
  return synthesize((stack) => {
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    role.addToPolicy(new iam.PolicyStatement(statement));
  });
}
