import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Dockerrun } from '../dockerrun';

/**
 * A port that clients connect to, and the container behind it.
 *
 * It speaks Beanstalk's model: the listener forwards to a port of the instance, and the container that maps this
 * host port answers.
 */
export interface DockerrunListener {
  /** The port that clients connect to, from 1 to 65535. */
  readonly port: number;

  /**
   * The host port that it forwards to, as a container maps it in the file.
   *
   * @default - the same as `port`
   */
  readonly instancePort?: number;

  /**
   * The container that it forwards to, for a container without a fixed host port.
   *
   * @default - the container that maps `instancePort`
   */
  readonly containerName?: string;

  /**
   * The container port that it forwards to, from 1 to 65535.
   *
   * @default - the port that is mapped to `instancePort`, or the only TCP port of `containerName`
   */
  readonly containerPort?: number;
}

/** Properties of `EcsEnvironment`. */
export interface EcsEnvironmentProps {
  /** The file that says which containers run. */
  readonly dockerrun: Dockerrun;

  /**
   * The ports that clients connect to, over HTTP.
   *
   * @default - port 80, leading to host port 80 if the file maps it, else to its only TCP port; none when it maps no TCP port
   */
  readonly listeners?: DockerrunListener[];

  /**
   * Environment variables for every container, as on Elastic Beanstalk. What a container sets itself in the file wins.
   *
   * @default - only those of the file, and AWS_REGION
   */
  readonly environmentProperties?: { readonly [name: string]: string };

  /**
   * How the containers are connected to the network: `BRIDGE` or `AWS_VPC`.
   *
   * @default - bridge, as on Elastic Beanstalk
   */
  readonly networkMode?: ecs.NetworkMode;

  /**
   * The network. Instances are placed in its private subnets and the load balancer in its public ones.
   *
   * @default - a new VPC over two availability zones, with public and private subnets and one NAT gateway
   */
  readonly vpc?: ec2.IVpc;

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
