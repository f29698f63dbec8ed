import { join } from 'node:path';
import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { Dockerrun, DockerrunRepositories, EcsEnvironment, Scheduling, TaskMetric } from '../../lib';

const DOCKERRUN = Dockerrun.fromFile(join(__dirname, 'Dockerrun.aws.json'));

/** The repositories, which are there before somebody pushes the images that the service starts. */
export class ImagesStack extends Stack {
  public readonly repositories: DockerrunRepositories;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.repositories = new DockerrunRepositories(this, 'Repositories', {
      dockerrun: DOCKERRUN,
      namespace: 'shop',
      containerNames: ['web', 'api', 'thumbnails'],
      lifecycleRules: [{ description: 'All but the newest 10', maxImageCount: 10 }],
    });
  }
}

export interface ServiceAnatomyStackProps extends StackProps {
  /** Where the images are. */
  readonly repositories: DockerrunRepositories;
}

/** A service that sets every parameter a container has, behind rules by path, with replicas that follow the CPU. */
export class ServiceAnatomyStack extends Stack {
  public readonly shop: EcsEnvironment;
  public readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, { repositories, ...props }: ServiceAnatomyStackProps) {
    super(scope, id, props);
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(90) }],
    });
    this.shop = new EcsEnvironment(this, 'Shop', {
      dockerrun: DOCKERRUN,
      images: repositories.images('1.4.2'),
      instanceType: new InstanceType('t3.medium'),
      minCapacity: 2,
      maxCapacity: 4,
      scheduling: Scheduling.replicas({
        min: 2,
        desired: 2,
        max: 6,
        minHealthyPercent: 50,
        maxHealthyPercent: 150,
        availabilityZoneRebalancing: true,
        steps: [
          { metric: TaskMetric.CPU, threshold: 75, change: 2, period: Duration.minutes(1), evaluationPeriods: 1, cooldown: Duration.minutes(1) },
          { metric: TaskMetric.CPU, threshold: 25, change: -1, period: Duration.minutes(1), evaluationPeriods: 5, cooldown: Duration.minutes(5) },
        ],
      }),
      accessLogsBucket: this.accessLogs,
      accessLogsPrefix: 'shop',
      listeners: [{
        port: 80,
        containerName: 'web',
        healthCheck: { path: '/health', interval: Duration.seconds(15), timeout: Duration.seconds(5) },
        rules: [
          {
            pathPatterns: ['/api/*'], priority: 10, containerName: 'api',
            healthCheck: { path: '/api/health', interval: Duration.seconds(10), timeout: Duration.seconds(3), healthyThresholdCount: 2, unhealthyThresholdCount: 2 },
          },
          {
            pathPatterns: ['/static/*', '/images/*'], priority: 20, containerName: 'web',
            healthCheck: { path: '/static/health.txt', interval: Duration.seconds(30), healthyHttpCodes: '200' },
            deregistrationDelay: Duration.seconds(5),
          },
        ],
      }],
    });
  }
}
