import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { AccessPlan, FrontPlan } from '../../core/plan/ecs/plan';
import { PRIVATE_RANGES } from '../../core/settings/facts';
import { DockerrunListenerOptions } from '../../ecs/listener-props';
import { attempt } from '../findings/attempt';
import { resolveSetting } from '../settings/tokens';

/** Who may connect to a listener, and the words for it. */
export interface Client {
  readonly peer: ec2.IPeer;
  readonly description?: string;
}

/** What the plan cannot hold. */
interface Bindings {
  readonly vpc: ec2.IVpc;
  readonly listeners: readonly Pick<DockerrunListenerOptions, 'allowedCidrs'>[];
}

/** Everybody who may connect to a port, but for members of security groups. */
export function clientsOf(
  { open, cidrs }: AccessPlan, port: number, everybody: FrontPlan['everybody'], { vpc, listeners }: Bindings,
): Client[] {
  const all = open ? everybody : [];
  const tokens = cidrsByProp(listeners);
  return [
    ...all.flatMap((who): Client[] =>
      who === 'vpc'
        ? peersInside(vpc).map((peer) => ({ peer, description: `Allow from the VPC on port ${port}` }))
        : [{ peer: toPeer(who), description: `Allow from anyone on port ${port}` }],
    ),
    ...cidrs.map((cidr): Client => ({ peer: toPeer(resolveSetting(cidr, tokens)) })),
  ];
}

/** Everything in the VPC; where nobody knows its range, all that may be in it. */
export function peersInside(vpc: ec2.IVpc): ec2.IPeer[] {
  const range = attempt(() => vpc.vpcCidrBlock);
  return (range ? [range] : PRIVATE_RANGES).map((cidr) => ec2.Peer.ipv4(cidr));
}

/** The ranges under the names by which the plan knows those that are tokens. */
function cidrsByProp(listeners: Bindings['listeners']): Record<string, string> {
  const entries = listeners.flatMap(({ allowedCidrs = [] }, index) =>
    allowedCidrs.map((cidr, at) => [`listeners[${index}].allowedCidrs[${at}]`, cidr]),
  );
  return Object.fromEntries(entries);
}

/** A token is taken for an IPv4 range. */
function toPeer(cidr: string): ec2.IPeer {
  return cidr.includes(':') ? ec2.Peer.ipv6(cidr) : ec2.Peer.ipv4(cidr);
}
