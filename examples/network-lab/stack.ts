import { join } from 'node:path';
import { Stack, StackProps } from 'aws-cdk-lib';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { Dockerrun, EcsEnvironment, FrontDoor, Nat, Scheduling } from '../../lib';

export interface NetworkLabStackProps extends StackProps {
  /** What clients connect to: without a word, a public load balancer. */
  readonly frontDoor?: FrontDoor;

  /** How the containers are connected to the network: without a word, bridge. */
  readonly networkMode?: NetworkMode;
}

/** Two copies of a web server on private instances in two zones, each with a NAT gateway of its own. */
export class NetworkLabStack extends Stack {
  public readonly lab: EcsEnvironment;

  constructor(scope: Construct, id: string, { frontDoor, networkMode, ...props }: NetworkLabStackProps = {}) {
    super(scope, id, props);
    this.lab = new EcsEnvironment(this, 'Lab', {
      dockerrun: Dockerrun.fromFile(join(__dirname, 'Dockerrun.aws.json')),
      frontDoor,
      networkMode,
      maxAzs: 2,
      nat: Nat.perAz(),
      instanceType: new InstanceType('t3.medium'),
      minCapacity: 2,
      maxCapacity: 4,
      scheduling: Scheduling.replicas({ desired: 2 }),
    });
  }
}
