import { Setting } from '../settings/setting';

/** Who may connect: everybody, or the given address ranges and security groups. */
export interface AccessPlan {
  readonly open: boolean;
  readonly cidrs: readonly Setting<string>[];
  /** How many security groups may connect besides. */
  readonly securityGroups: number;
}

/** Where a load balancer writes a line for each request. */
export interface AccessLogsPlan {
  /** Empty for none. */
  readonly prefix: Setting<string>;
  /** Whether the policy of the bucket gets the statement that lets logs in; otherwise its owner sees to that. */
  readonly grants: boolean;
}
