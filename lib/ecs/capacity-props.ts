import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Duration, Size } from 'aws-cdk-lib/core';
import { CapacityImage } from './capacity-image';
import { InstancePolicy } from './instance-policy';
import { InsightsProps } from './observability-props';

/** Properties of the instances of `EcsEnvironment`. */
export interface EcsCapacityProps extends InsightsProps {
  /**
   * The type of the instances. A Graviton type gets the image for its architecture.
   *
   * @default - t3.medium
   */
  readonly instanceType?: ec2.InstanceType;

  /**
   * The number of instances that always run. With one, each deployment is an outage.
   *
   * @default - 2, or `maxCapacity` if that is lower
   */
  readonly minCapacity?: number;

  /**
   * The number of instances that run at most.
   *
   * @default - 4, or `minCapacity` if that is higher
   */
  readonly maxCapacity?: number;

  /**
   * Other types that instances may be of, up to 39, all of the architecture of `instanceType` and large enough for the
   * tasks. On demand they are tried in this order; Spot instances are of whichever is the least likely to be taken
   * back.
   *
   * @default - all instances are of `instanceType`
   */
  readonly alternativeInstanceTypes?: ec2.InstanceType[];

  /**
   * Number of instances that are always on demand, before `onDemandPercentageAboveBaseCapacity` applies.
   *
   * @default 0
   */
  readonly onDemandBaseCapacity?: number;

  /**
   * Percentage of the instances beyond `onDemandBaseCapacity` that are on demand, from 0 to 100. The others are Spot
   * instances, which AWS takes back with two minutes of notice; their tasks are moved in time.
   *
   * @default 100
   */
  readonly onDemandPercentageAboveBaseCapacity?: number;

  /**
   * Machine image of the instances.
   *
   * @default CapacityImage.ecsOptimized()
   */
  readonly machineImage?: CapacityImage;

  /**
   * The size of the encrypted volume for images and for what containers write, from 30 to 65536 GiB.
   *
   * @default Size.gibibytes(30)
   */
  readonly rootVolumeSize?: Size;

  /**
   * Shell commands that run once on each new instance, before its agent starts. They must not wait for the agent. They
   * are a script of their own: `exit` with another status than 0, or a command that fails after `set -e`, fails the
   * instance, which tells CloudFormation and takes no task.
   *
   * @default - nothing runs but what the agent needs
   */
  readonly userDataCommands?: string[];

  /**
   * The key for SSH. No rule opens port 22 for it; a shell through Session Manager needs no key.
   *
   * @default - nobody gets in by SSH
   */
  readonly keyPair?: ec2.IKeyPair;

  /**
   * Hop limit of responses of the instance metadata service, from 1 to 64. From 2, containers in bridge mode can act as
   * the instance role.
   *
   * @default 1
   */
  readonly imdsHopLimit?: number;

  /**
   * Further security groups of the instances, up to 15. Nothing is added to them.
   *
   * @default - only one of their own
   */
  readonly instanceSecurityGroups?: ec2.ISecurityGroup[];

  /**
   * The age at which an instance is drained and replaced, from 1 day to 365 days.
   *
   * @default - instances get as old as they like
   */
  readonly maxInstanceLifetime?: Duration;

  /**
   * Warmup time of a new instance, during which scaling ignores its metrics.
   *
   * @default - it counts at once
   */
  readonly defaultInstanceWarmup?: Duration;

  /**
   * Report metrics of the instances every minute, for a fee, rather than every five minutes.
   *
   * @default - every five minutes
   */
  readonly detailedMonitoring?: boolean;

  /**
   * Permissions of the instance role.
   *
   * @default InstancePolicy.beanstalk()
   */
  readonly instancePolicy?: InstancePolicy;
}
