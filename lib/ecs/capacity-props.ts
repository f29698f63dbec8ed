import * as ec2 from 'aws-cdk-lib/aws-ec2';

/** Properties of the instances of `EcsEnvironment`. */
export interface EcsCapacityProps {
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
}
