import { join } from 'node:path';
import { Annotations, Duration, Size, Stack, StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { Secret } from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import {
  BeanstalkDeployment, BeanstalkEnvironment, BeanstalkPlatform, DockerrunNetwork, Nat, Scheduling, SourceBundle, TriggerMetric, TriggerStatistic,
  WorkerConsumer,
} from '../../lib';
import { ShopData } from '../application-life-cycle/data';

/** `aws elasticbeanstalk list-platform-versions` lists those that AWS offers an account. */
const PLATFORM = BeanstalkPlatform.ecsAl2023('4.5.0');

export interface BeanstalkLifeCycleStackProps extends StackProps {
  /** The ARN of a certificate in the region of the stack. */
  readonly certificateArn: string;
}

/** An application of Elastic Beanstalk with a web and a worker environment, and the data that both need. */
export class BeanstalkLifeCycleStack extends Stack {
  public readonly network: DockerrunNetwork;
  public readonly data: ShopData;
  public readonly worker: BeanstalkEnvironment;
  public readonly web: BeanstalkEnvironment;

  constructor(scope: Construct, id: string, props: BeanstalkLifeCycleStackProps) {
    super(scope, id, props);
    this.network = new DockerrunNetwork(this, 'Network', { maxAzs: 2, nat: Nat.perAz() });
    this.data = new ShopData(this, 'Data', this.network.vpc);
    this.worker = this.createWorker();
    this.web = this.createWeb(props);
    this.grant();
    Annotations.of(this).acknowledgeWarning('cdk-dockerrun:instance-data', 'media.config mounts the file system there');
  }

  /** The daemon of Beanstalk posts messages and the tasks of cron.yaml to its container. */
  private createWorker(): BeanstalkEnvironment {
    return new BeanstalkEnvironment(this, 'Worker', {
      sourceBundle: SourceBundle.fromDirectory(join(__dirname, 'worker')),
      platform: PLATFORM,
      vpc: this.network.vpc,
      instanceType: new InstanceType('t3.small'),
      minCapacity: 2,
      maxCapacity: 3,
      scheduling: this.byCpu(30, 80),
      worker: { consumer: WorkerConsumer.daemon({ path: '/jobs' }), visibilityTimeout: Duration.minutes(10), maxReceiveCount: 5 },
      environmentProperties: this.properties(),
    });
  }

  /** Another environment of the same application. */
  private createWeb({ certificateArn }: BeanstalkLifeCycleStackProps): BeanstalkEnvironment {
    const { database } = this.data;
    return new BeanstalkEnvironment(this, 'Web', {
      application: this.worker.application,
      sourceBundle: SourceBundle.fromDirectory(join(__dirname, 'web')),
      platform: PLATFORM,
      vpc: this.network.vpc,
      instanceType: new InstanceType('m6i.large'),
      rootVolumeSize: Size.gibibytes(60),
      minCapacity: 2,
      maxCapacity: 6,
      scheduling: this.byCpu(20, 70),
      certificates: [Certificate.fromCertificateArn(this, 'Certificate', certificateArn)],
      listeners: [{ port: 443, instancePort: 80, healthCheck: { path: '/health' } }],
      deployment: BeanstalkDeployment.rollingWithAdditionalBatch({ batchSize: 1 }),
      updateTime: 'Sun:03:30',
      environmentSecrets: { DB_SECRET: Secret.fromSecretsManager(database.secret!) },
      environmentProperties: {
        ...this.properties(),
        DB_HOST: database.instanceEndpoint.hostname,
        DB_PORT: '5433',
        JOBS_QUEUE_URL: this.worker.queue!.queueUrl,
      },
    });
  }

  /** Instances are added when their CPU is busy, and taken away when it is idle. */
  private byCpu(lowerThreshold: number, upperThreshold: number): Scheduling {
    return Scheduling.onePerInstance({
      triggers: [{ metric: TriggerMetric.CPU_UTILIZATION, statistic: TriggerStatistic.AVERAGE, lowerThreshold, upperThreshold }],
    });
  }

  /** What both are told; the bundles of both mount the file system by it. */
  private properties(): Record<string, string> {
    const { carts, uploads, media, accessPoint } = this.data;
    return {
      CARTS_TABLE: carts.tableName,
      UPLOADS_BUCKET: uploads.bucketName,
      MEDIA_FILE_SYSTEM: media.fileSystemId,
      MEDIA_ACCESS_POINT: accessPoint.accessPointId,
    };
  }

  /** The containers act as the role of their instances, which may do exactly this. */
  private grant(): void {
    const { database, carts, uploads, media } = this.data;
    database.connections.allowDefaultPortFrom(this.web.instanceSecurityGroup, 'Orders of the shop');
    uploads.grantPut(this.web.instanceRole);
    uploads.grantRead(this.worker.instanceRole);
    this.worker.queue!.grantSendMessages(this.web.instanceRole);
    for (const { environment, instanceRole, instanceSecurityGroup } of [this.web, this.worker]) {
      carts.grantReadWriteData(instanceRole);
      media.grantReadWrite(instanceRole);
      media.connections.allowDefaultPortFrom(instanceSecurityGroup, 'Media of the shop');
      environment.node.addDependency(media);
    }
  }
}
