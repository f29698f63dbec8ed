import { Trail } from './trail';

/** What clients connect to before a load balancer: a route of an API, or a behavior of a distribution. */
export interface Door {
  /** The logical id. */
  readonly id: string;
  /** Such as `distribution Distribution`. */
  readonly label: string;
  /** The listener that it leads to; none when it leads nowhere. */
  readonly listener?: string;
  /** From the client to where the door opens. */
  readonly trail: Trail;
  /** The security groups that it connects from; none when it comes from the internet. */
  readonly securityGroups: readonly string[];
  /** The VPCs that it connects from; none when it comes from the internet. */
  readonly vpcs: readonly string[];
  /** The headers that it adds, by their names in lower case; none when it is not told apart by them. */
  readonly headers?: ReadonlyMap<string, unknown>;
}
