import { join } from 'node:path';
import { Duration, Size, Stack, StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage, Secret } from 'aws-cdk-lib/aws-ecs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import {
  Dockerrun, DockerrunNetwork, DockerrunVolume, EcsEnvironment, FrontDoor, Nat, Scheduling, SourceBundle, TriggerMetric,
  TriggerStatistic, WorkerConsumer,
} from '../../lib';
import { ShopData } from './data';

export interface LifeCycleStackProps extends StackProps {
  /** The public zone of the shop. */
  readonly zone: { readonly hostedZoneId: string; readonly zoneName: string };

  /** The ARN of a certificate for `shop.<zone>` in us-east-1. */
  readonly distributionCertificateArn: string;

  /** The prefix list of CloudFront in the region of the stack. */
  readonly originPrefixListId: string;
}

/** A web environment and a worker environment of Beanstalk, with the data that both need, on Amazon ECS. */
export class LifeCycleStack extends Stack {
  public readonly network: DockerrunNetwork;
  public readonly data: ShopData;
  public readonly worker: EcsEnvironment;
  public readonly web: EcsEnvironment;

  constructor(scope: Construct, id: string, props: LifeCycleStackProps) {
    super(scope, id, props);
    this.network = new DockerrunNetwork(this, 'Network', { maxAzs: 2, nat: Nat.perAz() });
    this.data = new ShopData(this, 'Data', this.network.vpc);
    this.worker = this.createWorker();
    this.web = this.createWeb(props);
    this.grant();
  }

  /** Takes messages from its queue; cron.yaml of its bundle sends some of them. */
  private createWorker(): EcsEnvironment {
    return new EcsEnvironment(this, 'Worker', {
      sourceBundle: SourceBundle.fromDirectory(join(__dirname, 'worker')),
      vpc: this.network.vpc,
      instanceType: new InstanceType('t3.small'),
      minCapacity: 1,
      maxCapacity: 3,
      worker: { consumer: WorkerConsumer.polls(), visibilityTimeout: Duration.minutes(10), maxReceiveCount: 5, backlogPerTask: 100 },
      scheduling: Scheduling.replicas({ min: 1, max: 4, targetMemoryPercent: 75 }),
      volumes: { media: this.media() },
      environmentProperties: { CARTS_TABLE: this.data.carts.tableName, UPLOADS_BUCKET: this.data.uploads.bucketName },
    });
  }

  /** Answers behind CloudFront. Its image is built from a Dockerfile, its cache is on the disk of the instance. */
  private createWeb({ zone, distributionCertificateArn, originPrefixListId }: LifeCycleStackProps): EcsEnvironment {
    const { database, carts, uploads } = this.data;
    return new EcsEnvironment(this, 'Web', {
      dockerrun: Dockerrun.fromFile(join(__dirname, 'Dockerrun.aws.json')),
      images: { web: ContainerImage.fromAsset(join(__dirname, 'web'), { platform: Platform.LINUX_AMD64 }) },
      vpc: this.network.vpc,
      instanceType: new InstanceType('m6id.large'),
      rootVolumeSize: Size.gibibytes(60),
      userDataCommands: ['mkfs -t xfs /dev/nvme1n1', 'mkdir -p /mnt/cache', 'mount /dev/nvme1n1 /mnt/cache', 'chown 1000:1000 /mnt/cache'],
      volumes: { media: this.media(), cache: DockerrunVolume.path('/mnt/cache') },
      scheduling: Scheduling.onePerInstance({
        triggers: [
          { metric: TriggerMetric.CPU_UTILIZATION, statistic: TriggerStatistic.AVERAGE, lowerThreshold: 20, upperThreshold: 70 },
          { metric: TriggerMetric.NETWORK_OUT, statistic: TriggerStatistic.AVERAGE, lowerThreshold: 2_000_000, upperThreshold: 6_000_000 },
          { metric: TriggerMetric.DISK_WRITE_OPS, statistic: TriggerStatistic.AVERAGE, lowerThreshold: 100, upperThreshold: 50_000 },
        ],
      }),
      domainName: `shop.${zone.zoneName}`,
      domainZone: HostedZone.fromHostedZoneAttributes(this, 'Zone', zone),
      frontDoor: FrontDoor.cloudFront({
        certificate: Certificate.fromCertificateArn(this, 'DistributionCertificate', distributionCertificateArn),
        originPrefixListId,
      }),
      listeners: [{ port: 443, instancePort: 80 }],
      secrets: { web: { DB_USER: Secret.fromSecretsManager(database.secret!, 'username'), DB_PASSWORD: Secret.fromSecretsManager(database.secret!, 'password') } },
      environmentProperties: {
        DB_HOST: database.instanceEndpoint.hostname,
        DB_PORT: '5433',
        CARTS_TABLE: carts.tableName,
        UPLOADS_BUCKET: uploads.bucketName,
        JOBS_QUEUE_URL: this.worker.queue!.queueUrl,
      },
    });
  }

  /** The containers act as their task role, which may do exactly this. */
  private grant(): void {
    const { database, carts, uploads } = this.data;
    database.connections.allowDefaultPortFrom(this.web, 'Orders of the shop');
    carts.grantReadWriteData(this.web.taskRole);
    uploads.grantPut(this.web.taskRole);
    this.worker.queue!.grantSendMessages(this.web.taskRole);
    carts.grantReadWriteData(this.worker.taskRole);
    uploads.grantRead(this.worker.taskRole);
  }

  private media(): DockerrunVolume {
    return DockerrunVolume.efs(this.data.media, { accessPoint: this.data.accessPoint });
  }
}
