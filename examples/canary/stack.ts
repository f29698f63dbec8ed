import { join } from 'node:path';
import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import { Alarm, IAlarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { ApplicationLoadBalancer, HttpCodeTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { RolloutStrategy, Dockerrun, DockerrunService, EcsEnvironment, Scheduling } from '../../lib';

/** A shop whose site rolls, and whose API is tried by a tenth of the requests before all others follow. */
export class CanaryStack extends Stack {
  public readonly shop: EcsEnvironment;
  public readonly api: DockerrunService;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.shop = new EcsEnvironment(this, 'Shop', {
      dockerrun: fileOf('site'),
      scheduling: Scheduling.replicas({ desired: 2 }),
    });
    this.api = this.shop.addService('Api', {
      dockerrun: fileOf('api'),
      rules: [{ pathPatterns: ['/api/*'], healthCheck: { path: '/health' } }],
      scheduling: Scheduling.replicas({
        desired: 2,
        strategy: RolloutStrategy.canary({ percent: 10, stepBakeTime: Duration.minutes(15), bakeTime: Duration.minutes(30) }),
        deploymentAlarms: [this.watch(this.shop.loadBalancer!)],
      }),
    });
  }

  /** Goes off when containers answered with 5xx ten times in a minute. */
  private watch(loadBalancer: ApplicationLoadBalancer): IAlarm {
    return new Alarm(this, 'Errors', {
      metric: loadBalancer.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, { period: Duration.minutes(1) }),
      threshold: 10,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}

function fileOf(service: string): Dockerrun {
  return Dockerrun.fromFile(join(__dirname, `${service}.Dockerrun.aws.json`));
}
