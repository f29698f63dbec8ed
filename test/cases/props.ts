import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Duration, Size, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  BeanstalkDeployment, BeanstalkPlatform, CapacityImage, DockerrunAction, DockerrunEnvironmentFile, DockerrunVolume,
  FrontDoor, Nat, RolloutStrategy, Scheduling, SourceBundle, WorkerConsumer,
} from '../../lib';

type Settings = Readonly<Record<string, unknown>>;

/** How an author writes a setting whose prop is no plain value, by the name of the prop. */
type Writers = Readonly<Record<string, (value: never, stack: Stack) => unknown>>;

const seconds = (value: number) => Duration.millis(value * 1000);
const minutes = (value: number) => seconds(value * 60);
const times = <T>(count: number, make: (index: number) => T) => (
  Array.from({ length: count }, (_, index) => make(index))
);
const byName = <T>(names: readonly string[], make: (name: string) => T) => (
  Object.fromEntries(names.map((name) => [name, make(name)]))
);
const idIn = (stack: Stack) => `Given${stack.node.children.length}`;
const camel = (words: string) => words.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const certificate = (stack: Stack, index: number, region = 'eu-west-1') => {
  const arn = `arn:aws:acm:${region}:123456789012:certificate/${index}`;
  return acm.Certificate.fromCertificateArn(stack, idIn(stack), arn);
};
const group = (stack: Stack, index: number) => (
  ec2.SecurityGroup.fromSecurityGroupId(stack, idIn(stack), `sg-${index}`)
);
const secret = (stack: Stack, name: string) => secretsmanager.Secret.fromSecretNameV2(stack, idIn(stack), name);

interface OfKind extends Settings {
  readonly kind: string;
}

const DURATIONS: Writers = {
  ...byName([
    'idleTimeout', 'tcpIdleTimeout', 'deregistrationDelay', 'slowStart', 'stickinessCookieDuration', 'interval',
    'timeout', 'maxInstanceLifetime', 'defaultInstanceWarmup', 'visibilityTimeout', 'retentionPeriod',
    'healthCheckGracePeriod', 'oldestMessageAge', 'cooldown', 'scalingCooldown',
    'connectTimeout', 'inactivityTimeout', 'errorVisibilityTimeout',
  ], () => seconds),
  ...byName(['bakeTime', 'stepBakeTime', 'breachDuration', 'period'], () => minutes),
};

const SERVICE: Writers = {
  scheduling: ({ kind, ...options }: OfKind, stack) => {
    const props = propsOf(options, stack);
    return kind === 'replicas' ? Scheduling.replicas(props) : Scheduling.onePerInstance(props);
  },
  strategy: ({ kind, ...options }: OfKind, stack) => (
    RolloutStrategy[camel(kind) as 'rolling'](propsOf(options, stack))
  ),
  deploymentAlarms: (count: number, stack) => times(count, (index) => (
    cloudwatch.Alarm.fromAlarmArn(stack, `Alarm${index}`, `arn:aws:cloudwatch:eu-west-1:123456789012:alarm:${index}`)
  )),
  worker: ({ cronTasks, fifoQueue, ...worker }: Settings, stack) => propsOf(worker, stack),
  queue: (given: boolean, stack) => (given ? new sqs.Queue(stack, 'Jobs') : undefined),
  consumer: ({ kind, imageName = 'example/sqsd:1', ...options }: OfKind & { imageName?: string }, stack) => {
    if (kind === 'polls') return WorkerConsumer.polls();
    if (kind === 'daemon') return WorkerConsumer.daemon(propsOf(options, stack));
    return WorkerConsumer.dispatcher(ecs.ContainerImage.fromRegistry(imageName), propsOf(options, stack));
  },
  topic: (_: boolean, stack) => new sns.Topic(stack, 'Alarms'),
};

const TRAFFIC: Writers = {
  listeners: (listeners: readonly Settings[], stack) => listeners.map(({ action, ...listener }) => (
    propsOf({ ...listener, ...action ? { defaultAction: action } : {} }, stack)
  )),
  ...byName(['action', 'defaultAction'], () => ({ kind, statusCode, ...options }: OfKind) => {
    if (kind === 'redirect') return DockerrunAction.redirect(options);
    return DockerrunAction.fixedResponse(statusCode as number, options);
  }),
  certificates: (count: number, stack) => times(count, (index) => certificate(stack, index)),
  allowedSecurityGroups: (count: number, stack) => times(count, (index) => group(stack, index)),
  frontDoor: ({ kind, ...options }: OfKind, stack) => (
    kind === 'cloudfront' ? FrontDoor.cloudFront(propsOf(options, stack)) : FrontDoor.httpApi(propsOf(options, stack))
  ),
  certificate: ({ region }: { region: string }, stack) => certificate(stack, 0, region),
  domainZone: ({ name: zoneName, isPrivate }: { name?: string; isPrivate: boolean }, stack) => {
    if (zoneName === undefined) return route53.HostedZone.fromHostedZoneId(stack, 'Zone', 'Z1');
    if (!isPrivate) return route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName });
    return new route53.PrivateHostedZone(stack, 'Zone', { zoneName, vpc: new ec2.Vpc(stack, 'ZoneVpc') });
  },
  accessLogsBucket: (_: Settings, stack) => (
    new s3.Bucket(stack, 'Logs', { encryption: s3.BucketEncryption.S3_MANAGED })
  ),
};

const INSTANCES: Writers = {
  instanceType: (name: string) => new ec2.InstanceType(name),
  alternativeInstanceTypes: (names: readonly string[]) => names.map((name) => new ec2.InstanceType(name)),
  instanceSecurityGroups: (count: number, stack) => times(count, (index) => group(stack, index)),
  rootVolumeSize: (size: number) => Size.gibibytes(size),
  machineImage: (name: string) => CapacityImage[camel(name) as 'ecsOptimized'](),
  userDataCommands: (count: number) => times(count, (index) => `echo ${index}`),
  nat: ({ kind }: OfKind) => Nat[kind as 'single'](),
  vpc: (_: boolean, stack) => new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }),
  vpcSubnets: (kind: string) => ({
    subnetType: kind === 'public' ? ec2.SubnetType.PUBLIC : ec2.SubnetType.PRIVATE_WITH_EGRESS,
  }),
  loadBalancerSubnets: () => ({ subnetType: ec2.SubnetType.PUBLIC }),
};

const CONTAINERS: Writers = {
  images: (names: readonly string[]) => byName(names, (name) => ecs.ContainerImage.fromRegistry(`example/${name}:1`)),
  secrets: (secrets: Readonly<Record<string, readonly string[]>>, stack) => Object.fromEntries(
    Object.entries(secrets).map(([container, names]) => [container, secretsOf(names, stack)]),
  ),
  environmentFiles: (files: Readonly<Record<string, readonly string[]>>, stack) => {
    const bucket = new s3.Bucket(stack, 'Files');
    return Object.fromEntries(Object.entries(files).map(([container, keys]) => [
      container, keys.map((key) => DockerrunEnvironmentFile.fromBucket(bucket, key)),
    ]));
  },
  registryCredentials: (names: readonly string[], stack) => byName(names, (name) => secret(stack, name)),
  ...byName(['taskRole', 'executionRole'], (name) => (_: boolean, stack) => (
    new iam.Role(stack, `Role-${name}`, { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') })
  )),
  volumes: (volumes: Readonly<Record<string, OfKind & { sourcePath: string }>>, stack) => Object.fromEntries(
    Object.entries(volumes).map(([name, { kind, sourcePath, rootDirectory, accessPoint, readOnly }]) => [name, (
      kind === 'host' ? DockerrunVolume.path(sourcePath) : DockerrunVolume.efs(fileSystem(stack, name), {
        rootDirectory: rootDirectory === '/' ? undefined : rootDirectory as string,
        readOnly: readOnly as boolean,
        accessPoint: accessPoint ? accessPointOf(stack, name) : undefined,
      })
    )]),
  ),
  sourceBundle: ({ paths }: { paths: readonly string[] }, stack) => (
    SourceBundle.fromDirectory(folderWith(paths, String(stack.node.tryGetContext('dockerrun'))))
  ),
  logGroup: (_: boolean, stack) => new logs.LogGroup(stack, 'LogGroup'),
};

const BEANSTALK: Writers = {
  platform: ({ version }: { version: string }) => BeanstalkPlatform.ecsAl2023(version),
  deployment: ({ policy, ...options }: Settings) => (
    policy === 'Immutable' ? BeanstalkDeployment.immutable() : deploymentOf(String(policy), options)
  ),
  environmentSecrets: (names: readonly string[], stack) => secretsOf(names, stack),
  notificationsTopic: (_: boolean, stack) => new sns.Topic(stack, 'Topic'),
  sharedLoadBalancer: (_: boolean, stack) => new elbv2.ApplicationLoadBalancer(stack, 'Shared', {
    vpc: stack.node.findChild('Vpc') as ec2.Vpc,
  }),
};

const WRITERS: Writers = { ...DURATIONS, ...SERVICE, ...TRAFFIC, ...INSTANCES, ...CONTAINERS, ...BEANSTALK };

/** Settings as the author of an app writes them. */
export function propsOf<Props extends object>({ beanstalk, ...settings }: Settings, stack: Stack): Props {
  const all = { ...settings, ...beanstalk as Settings | undefined };
  const entries = Object.entries(all).map(([key, value]) => [key, propOf(key, value, stack)]);
  return Object.fromEntries(entries) as Props;
}

function propOf(key: string, value: unknown, stack: Stack): unknown {
  const write = WRITERS[key];
  if (write) return write(value as never, stack);
  if (Array.isArray(value)) return value.map((item) => propOf('', item, stack));
  if (typeof value !== 'object' || value === null || key === 'environmentProperties') return value;
  return propsOf(value as Settings, stack);
}

function secretsOf(names: readonly string[], stack: Stack): Record<string, ecs.Secret> {
  return byName(names, (name) => ecs.Secret.fromSecretsManager(secret(stack, name)));
}

function fileSystem(stack: Stack, name: string): efs.IFileSystem {
  const attributes = { fileSystemId: 'fs-0123456789abcdef0', securityGroup: group(stack, 0) };
  return efs.FileSystem.fromFileSystemAttributes(stack, `Files-${name}`, attributes);
}

function deploymentOf(policy: string, options: Settings): BeanstalkDeployment {
  const { batchPercent, newVersionPercent, evaluationTime } = options;
  if (policy === 'Rolling') return BeanstalkDeployment.rolling({ batchPercent: batchPercent as number });
  return BeanstalkDeployment.trafficSplitting({
    newVersionPercent: newVersionPercent as number,
    evaluationTime: evaluationTime === undefined ? undefined : minutes(evaluationTime as number),
  });
}

function accessPointOf(stack: Stack, name: string): efs.IAccessPoint {
  return efs.AccessPoint.fromAccessPointId(stack, `AccessPoint-${name}`, 'fsap-0123456789abcdef0');
}

/** A folder with these files, each as short as it may be. */
function folderWith(paths: readonly string[], dockerrun: string): string {
  const texts: Readonly<Record<string, string>> = {
    'Dockerrun.aws.json': dockerrun,
    'cron.yaml': 'version: 1\ncron: [{ name: report, url: /report, schedule: "0 7 * * *" }]\n',
  };
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), texts[path] ?? '');
  }
  return folder;
}
