import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Dockerrun } from '../dockerrun';
import { DockerrunListener } from './listener-props';
import { EcsLoadBalancerProps } from './load-balancer-props';
import { EcsNetworkProps } from './network-props';

/** Properties of `EcsEnvironment`. */
export interface EcsEnvironmentProps extends EcsLoadBalancerProps, EcsNetworkProps {
  /** The file that says which containers run. */
  readonly dockerrun: Dockerrun;

  /**
   * The ports that clients connect to.
   *
   * @default - port 80, or 443 with `certificates`, leading to host port 80 if the file maps it, else to its only TCP
   * port; none when it maps no TCP port
   */
  readonly listeners?: DockerrunListener[];

  /**
   * The certificates of listener 443. The first is the default one, the others are chosen by host name.
   *
   * @default - clients speak HTTP
   */
  readonly certificates?: acm.ICertificate[];

  /**
   * Whether port 80 sends clients to port 443. It does only when 443 has a certificate and 80 is not among `listeners`.
   *
   * @default true
   */
  readonly redirectHTTP?: boolean;

  /**
   * Environment variables for every container, as on Elastic Beanstalk. What a container sets itself in the file wins.
   *
   * @default - only those of the file, and AWS_REGION
   */
  readonly environmentProperties?: { readonly [name: string]: string };

  /**
   * How the containers are connected to the network: `BRIDGE`, `AWS_VPC`, `HOST` or `NONE`.
   *
   * @default - bridge, as on Elastic Beanstalk
   */
  readonly networkMode?: ecs.NetworkMode;

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
