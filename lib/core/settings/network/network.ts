import { count, flag, Given, own, presence, text } from '../fields/field';

export const NETWORK_MODES = ['bridge', 'awsvpc', 'host', 'none'] as const;
export type NetworkModeName = (typeof NETWORK_MODES)[number];

/** Whether the containers of a task reach each other on localhost and therefore need different ports. */
export function sharesInterface(mode: NetworkModeName | undefined): mode is 'awsvpc' | 'host' {
  return mode === 'awsvpc' || mode === 'host';
}

/** The type of NAT instances. */
export const natFields = { instanceType: text() };

/** How instances and tasks of a new VPC reach the world. */
export interface NatSettings extends Given<typeof natFields> {
  readonly kind: 'none' | 'single' | 'per-az' | 'instances';
}

/** What the user chose about the network. A VPC of theirs is shaped by nothing else. */
export const networkFields = {
  vpc: presence(),
  /** No region has more zones, and none that the CDK could split a range over. */
  maxAzs: count(1, 6).hint('Set maxAzs: 2.').else(2),
  /** What the CDK takes. */
  cidr: text().else('10.0.0.0/16'),
  nat: own<NatSettings>(),
  /** Where in their VPC the user wants the instances. */
  vpcSubnets: own<'public' | 'private'>(),
  loadBalancerSubnets: presence(),
  flowLogs: presence().else(false),
  restrictDefaultSecurityGroup: flag().else(false),
};

export type NetworkSettings = Given<typeof networkFields>;

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
