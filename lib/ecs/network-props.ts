import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { NetworkPlan } from '../core/plan/ecs/plan';
import { Nat } from './nat';

/** Properties of a new VPC. */
export interface DockerrunNetworkProps {
  /**
   * The number of availability zones of the new VPC, from 1 to 6. More than two take a stack with an `env`. The range
   * keeps room for six zones, as far as it goes, so that a zone that is added later moves no subnet.
   *
   * @default 2
   */
  readonly maxAzs?: number;

  /**
   * The IPv4 range of the new VPC, from /16 to /25 for two zones. The subnets share it evenly.
   *
   * @default "10.0.0.0/16"
   */
  readonly cidr?: string;

  /**
   * Outbound internet access of the private subnets of the new VPC.
   *
   * @default Nat.single()
   */
  readonly nat?: Nat;

  /**
   * Destination of the flow logs of the VPC.
   *
   * @default - traffic is not recorded
   */
  readonly flowLogs?: ec2.FlowLogDestination;

  /**
   * Remove the rules of the default security group of the new VPC. Nothing here uses that group; the CDK empties it
   * with a Lambda function, which is otherwise not in the stack.
   *
   * @default false
   */
  readonly restrictDefaultSecurityGroup?: boolean;

  /** @internal */
  readonly _plan?: NetworkPlan;
}

/** Properties of the network of `EcsEnvironment`: either of the VPC that it makes, or of the one that you bring. */
export interface EcsNetworkProps extends DockerrunNetworkProps {
  /**
   * The network. Instances are placed in its private subnets and the load balancer in its public ones.
   *
   * @default - a new VPC over two availability zones, with public and private subnets and one NAT gateway
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets of `vpc` for instances and tasks. Isolated ones take VPC endpoints for everything that these need.
   *
   * @default - the private subnets with a way out
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The subnets of `vpc` for the load balancer, in two availability zones or more.
   *
   * @default - the public subnets, or for an internal load balancer those of the instances
   */
  readonly loadBalancerSubnets?: ec2.SubnetSelection;
}
