import { join } from 'node:path';
import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { Dockerrun, DockerrunAction, DockerrunHealthCheck, DockerrunService, EcsEnvironment, Scheduling } from '../../lib';

const HEALTH_CHECK: DockerrunHealthCheck = {
  path: '/',
  interval: Duration.seconds(6),
  timeout: Duration.seconds(5),
  healthyThresholdCount: 2,
  unhealthyThresholdCount: 2,
};

/** Three services, each with a file of its own, on one cluster and behind one load balancer. */
export class MicroservicesStack extends Stack {
  public readonly forum: EcsEnvironment;
  public readonly threads: DockerrunService;
  public readonly posts: DockerrunService;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.forum = new EcsEnvironment(this, 'Forum', {
      dockerrun: fileOf('users'),
      instanceType: new InstanceType('t2.micro'),
      minCapacity: 2,
      maxCapacity: 2,
      scheduling: Scheduling.replicas({ desired: 1 }),
      idleTimeout: Duration.seconds(30),
      alarms: {},
      dashboard: true,
      listeners: [{
        port: 80,
        defaultAction: DockerrunAction.fixedResponse(404),
        rules: [{ pathPatterns: ['/api/users*'], priority: 1, containerName: 'users', healthCheck: HEALTH_CHECK }],
      }],
    });
    this.threads = this.forum.addService('Threads', {
      dockerrun: fileOf('threads'),
      scheduling: Scheduling.replicas({ desired: 1 }),
      alarms: {},
      rules: [{ pathPatterns: ['/api/threads*'], priority: 2, healthCheck: HEALTH_CHECK }],
    });
    this.posts = this.forum.addService('Posts', {
      dockerrun: fileOf('posts'),
      scheduling: Scheduling.replicas({ desired: 1 }),
      alarms: {},
      rules: [{ pathPatterns: ['/api/posts*'], priority: 3, healthCheck: HEALTH_CHECK }],
    });
  }
}

function fileOf(service: string): Dockerrun {
  return Dockerrun.fromFile(join(__dirname, `${service}.Dockerrun.aws.json`));
}
