import { checkListener } from './listener';
import { internetGatewayOf, vpcsOf } from './network';
import { onePort, showPorts, transportsOf } from './ports';
import { SecurityGroups, WORLD } from './security-groups';
import { listNames, listOf, nameOf, portOf, Resource, Template } from './template';
import { Trail } from './trail';

/** A load balancer as the walker follows it. */
export interface LoadBalancer {
  readonly id: string;
  readonly isNetwork: boolean;
  readonly isPublic: boolean;
  readonly subnets: readonly unknown[];
  readonly vpcs: readonly string[];
  /** The logical ids, or the literal ids of groups outside the template. A network load balancer may have none. */
  readonly securityGroups: readonly string[];
}

export function loadBalancerOf(template: Template, listener: Resource): LoadBalancer | undefined {
  const found = template.find('AWS::ElasticLoadBalancingV2::LoadBalancer', listener.properties.LoadBalancerArn);
  if (!found) return undefined;
  const { Type, Scheme, Subnets, SubnetMappings, SecurityGroups: groups } = found.properties;
  const subnets = [...listOf(Subnets), ...listOf(SubnetMappings).map(({ SubnetId }) => SubnetId)];
  return {
    id: found.id,
    isNetwork: Type === 'network',
    isPublic: Scheme !== 'internal',
    subnets,
    vpcs: vpcsOf(template, subnets),
    securityGroups: listOf(groups).map(nameOf),
  };
}

/** Who must get in, by listener port; without a word, the world must get in from the internet. */
export type Clients = Readonly<Record<number, readonly string[]>>;

/** From the client to the listener. */
export function walkFront(
  template: Template,
  groups: SecurityGroups,
  balancer: LoadBalancer,
  listener: Resource,
  clients: Clients,
  trail: Trail,
): void {
  walkSubnets(template, balancer, trail);
  walkIngress(groups, balancer, listener, clients, trail);
  checkListener(template, listener, trail);
  trail.step(`listener ${listener.id} (${listener.properties.Protocol} ${listener.properties.Port})`);
}

export function walkSubnets(template: Template, { id, isPublic, subnets }: LoadBalancer, trail: Trail): void {
  if (!isPublic) {
    return trail.step(`the VPC reaches load balancer ${id} (internal) in ${listNames(subnets.map(nameOf))}`);
  }
  const gateways = new Set<string>();
  for (const reference of subnets) {
    const subnet = template.find('AWS::EC2::Subnet', reference);
    const gateway = subnet && internetGatewayOf(template, subnet);
    if (gateway) gateways.add(gateway.id);
    if (subnet && !gateway) {
      trail.break(
        `Load balancer ${id} is internet-facing, but its subnet ${subnet.id} has no route to an internet gateway.`,
      );
    }
  }
  const way =
    gateways.size === 0 ? 'an internet gateway outside the template' : `internet gateway ${listNames([...gateways])}`;
  trail.step(
    `the internet reaches load balancer ${id} (internet-facing) in ${listNames(subnets.map(nameOf))} through ${way}`,
  );
}

function walkIngress(
  groups: SecurityGroups, balancer: LoadBalancer, { id, properties }: Resource, clients: Clients, trail: Trail,
): void {
  const { securityGroups } = balancer;
  if (securityGroups.length === 0) {
    if (!balancer.isNetwork) {
      trail.break(
        `Load balancer ${balancer.id} has no security group, so its VPC's default group closes listener ${id}.`,
      );
    }
    return;
  }
  const wanted = wantedPeers(groups, balancer, clients[properties.Port]);
  for (const protocol of transportsOf(properties.Protocol)) {
    const ports = onePort(protocol, portOf(properties.Port) ?? 0);
    for (const { from, peers } of wanted) {
      const rule = groups.allowing('ingress', securityGroups, ports, peers);
      if (rule) {
        trail.step(`security group ${rule.group} accepts ${showPorts(ports)} from ${rule.peer}`);
      } else {
        trail.break(
          `Listener ${id} is closed: no rule of ${listNames(securityGroups)} accepts ${showPorts(ports)}${from}.`,
        );
      }
    }
  }
}

/** Inside a VPC, whoever a rule names is fine. */
function wantedPeers(
  groups: SecurityGroups, { isPublic, securityGroups }: LoadBalancer, named: readonly string[] | undefined,
) {
  const clients = named ?? (isPublic ? [WORLD] : undefined);
  const anyone = groups.of('ingress', securityGroups).map(({ peer }) => peer);
  return (
    clients?.map((client) => ({ from: ` from ${client}`, peers: [client, WORLD] })) ?? [{ from: '', peers: anyone }]
  );
}
