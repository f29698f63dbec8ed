/** How instances and tasks of a new VPC reach the world. */
export interface NatSettings {
  readonly kind: 'none' | 'single' | 'per-az' | 'instances';
  /** The type of NAT instances. */
  readonly instanceType?: string;
}

/** What the user chose about the network. */
export interface NetworkSettings {
  /** Whether the user brings a VPC. */
  readonly ownVpc: boolean;
  readonly maxAzs?: number;
  readonly cidr?: string;
  readonly nat?: NatSettings;
  /** Where in their VPC the user wants the instances. */
  readonly vpcSubnets?: 'public' | 'private';
  /** Whether the user says where in their VPC the load balancer stands. */
  readonly loadBalancerSubnets?: boolean;
  /** Whether there is a place for flow logs. */
  readonly flowLogs?: boolean;
  readonly restrictDefaultSecurityGroup?: boolean;
}

/**
 * What an instance needs of AWS without a way to the internet: to pull, to run tasks, to log, to open a shell, to speak
 * to its stack.
 */
const SHARED_ENDPOINTS = [
  's3', 'ecr.api', 'ecr.dkr', 'ecs', 'ecs-agent', 'ecs-telemetry', 'logs', 'ssm', 'ssmmessages', 'ec2messages',
  'cloudformation',
] as const;

/** On native ECS an instance asks the load balancer too whether it serves. */
export const INSTANCE_ENDPOINTS = [...SHARED_ENDPOINTS, 'elasticloadbalancing'] as const;

/**
 * On Beanstalk it takes commands, by a queue of CloudFormation, and says how it is.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/vpc-vpce.html
 */
export const BEANSTALK_ENDPOINTS = [...SHARED_ENDPOINTS, 'elasticbeanstalk', 'elasticbeanstalk-health', 'sqs'] as const;

/**
 * What the daemon of a worker environment needs beside the queue: a table for who sends periodic tasks, and metrics.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html
 */
export const BEANSTALK_WORKER_ENDPOINTS = ['dynamodb', 'monitoring'] as const;
