import { UnknownProp } from './setting';
import { isInternal, SchemeSettings } from './traffic/front-door';

/**
 * Facts about what a user brings, free of CDK objects. What is absent is not known, and nothing is checked against it.
 */
export interface Facts {
  /** Props that are tokens although they decide which resources there are. */
  readonly unknown?: readonly UnknownProp[];
  /** What is wrong with where the Dockerrun file comes from. */
  readonly dockerrun?: DockerrunFacts;
  /** The given VPC, with what was selected in it. */
  readonly network?: NetworkFacts;
  /** Whether option settings name the VPC, which do not tell its range. */
  readonly vpcIsNamed?: boolean;
  readonly stack?: StackFacts;
  /** For each name of a load balancer, the resource of the app that has it in the same account and region. */
  readonly loadBalancerNames?: Readonly<Record<string, string>>;
  /** The same for target groups. */
  readonly targetGroupNames?: Readonly<Record<string, string>>;
  /** Size of the user data commands, as far as it is known. */
  readonly userDataBytes?: number;
  /** The user data commands, but for those that are known only at deployment. */
  readonly userDataCommands?: readonly string[];
  /** Where the image of the user is looked up in the parameters of AWS. */
  readonly imageParameter?: string;
  /** How many security groups the given cluster knows of its instances. */
  readonly instanceSecurityGroups?: number;
}

/** Nobody gives a Dockerrun file, the bundle has none at its root, or there are two that differ. */
export type DockerrunFacts =
  | { readonly kind: 'none' | 'two' }
  | { readonly kind: 'not-in-bundle'; readonly bundle: string; readonly way?: string };

export interface NetworkFacts {
  /** Whether the address range of the VPC is known. */
  readonly hasRange: boolean;
  /** Whether any subnet of it is known. */
  readonly hasSubnets: boolean;
  readonly publicSubnets?: SubnetFacts;
  /** The services with an endpoint in it that this app makes; absent for a VPC that it does not make. */
  readonly endpoints?: readonly string[];
  /** Those with a way out. */
  readonly privateSubnets?: SubnetFacts;
  /** The subnets of the instances; absent where there are no instances. */
  readonly instances?: SubnetFacts;
  /** The subnets that were selected for the load balancer. */
  readonly loadBalancer?: SubnetFacts;
}

/**
 * The addresses of a VPC whose range nobody knows: those that are private, or shared.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'] as const;

/** Subnets of a given VPC. */
export interface SubnetFacts {
  /** The prop that selects them. */
  readonly prop: string;
  readonly count: number;
  /** The availability zone of each; absent when one of them is known only at deployment. */
  readonly zones?: readonly string[];
  /** Whether one of them has no way out that this app knows of. */
  readonly isIsolated?: boolean;
}

export interface StackFacts {
  /** Whether it has an account and a region. */
  readonly isConcrete: boolean;
  /** How many availability zones it knows. */
  readonly zones: number;
}

/** The subnets of a load balancer, as far as they are known. */
export function balancerSubnets({ network }: Facts, settings: SchemeSettings): SubnetFacts | undefined {
  if (!network) return undefined;
  const { loadBalancer, instances, privateSubnets, publicSubnets } = network;
  return loadBalancer ?? (isInternal(settings) ? instances ?? privateSubnets : publicSubnets);
}
