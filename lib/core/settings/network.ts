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

/** What an instance needs of AWS without a way to the internet: to register, to pull, to log, to open a shell, to signal a stack. */
export const INSTANCE_ENDPOINTS = [
  's3', 'ecr.api', 'ecr.dkr', 'ecs', 'ecs-agent', 'ecs-telemetry', 'logs', 'ssm', 'ssmmessages', 'ec2messages', 'cloudformation', 'elasticloadbalancing',
] as const;
