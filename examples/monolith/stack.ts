import { join } from 'node:path';
import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { Dockerrun, DockerrunAction, EcsEnvironment, Scheduling } from '../../lib';

/** One service with all of an API, before it is taken apart. */
export class MonolithStack extends Stack {
  public readonly forum: EcsEnvironment;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.forum = new EcsEnvironment(this, 'Forum', {
      dockerrun: Dockerrun.fromFile(join(__dirname, 'Dockerrun.aws.json')),
      instanceType: new InstanceType('t2.micro'),
      minCapacity: 2,
      maxCapacity: 2,
      scheduling: Scheduling.replicas({ desired: 1 }),
      idleTimeout: Duration.seconds(30),
      listeners: [{
        port: 80,
        defaultAction: DockerrunAction.fixedResponse(404),
        rules: [{
          pathPatterns: ['/api*'],
          priority: 99,
          containerName: 'api',
          healthCheck: {
            path: '/',
            interval: Duration.seconds(6),
            timeout: Duration.seconds(5),
            healthyThresholdCount: 2,
            unhealthyThresholdCount: 2,
          },
        }],
      }],
    });
  }
}
