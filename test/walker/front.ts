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

/** From the client to the listener. */
export function walkFront(template: Template, groups: SecurityGroups, balancer: LoadBalancer, listener: Resource, trail: Trail): void {
  walkSubnets(template, balancer, trail);
  walkIngress(groups, balancer, listener, trail);
  checkPort(template, balancer, listener, trail);
  trail.step(`listener ${listener.id} (${listener.properties.Protocol} ${listener.properties.Port})`);
}

function walkSubnets(template: Template, { id, isPublic, subnets }: LoadBalancer, trail: Trail): void {
  if (!isPublic) return trail.step(`the VPC reaches load balancer ${id} (internal) in ${listNames(subnets.map(nameOf))}`);
  const gateways = new Set<string>();
  for (const reference of subnets) {
    const subnet = template.find('AWS::EC2::Subnet', reference);
    const gateway = subnet && internetGatewayOf(template, subnet);
    if (gateway) gateways.add(gateway.id);
    if (subnet && !gateway) trail.break(`Load balancer ${id} is internet-facing, but its subnet ${subnet.id} has no route to an internet gateway.`);
  }
  const way = gateways.size === 0 ? 'an internet gateway outside the template' : `internet gateway ${listNames([...gateways])}`;
  trail.step(`the internet reaches load balancer ${id} (internet-facing) in ${listNames(subnets.map(nameOf))} through ${way}`);
}

/** The world must get in from the internet; inside the VPC, whoever a rule names. */
function walkIngress(groups: SecurityGroups, { id, isNetwork, isPublic, securityGroups }: LoadBalancer, listener: Resource, trail: Trail): void {
  if (securityGroups.length === 0) {
    return isNetwork ? undefined : trail.break(`Load balancer ${id} has no security group, so its VPC's default group closes listener ${listener.id}.`);
  }
  for (const protocol of transportsOf(listener.properties.Protocol)) {
    const ports = onePort(protocol, portOf(listener.properties.Port) ?? 0);
    const peers = isPublic ? [WORLD] : groups.of('ingress', securityGroups).map(({ peer }) => peer);
    const rule = groups.allowing('ingress', securityGroups, ports, peers);
    if (rule) trail.step(`security group ${rule.group} accepts ${showPorts(ports)} from ${rule.peer}`);
    else trail.break(`Listener ${listener.id} is closed: ${closedBecause(securityGroups, showPorts(ports), isPublic)}.`);
  }
}

function closedBecause(securityGroups: readonly string[], ports: string, isPublic: boolean): string {
  return `no rule of ${listNames(securityGroups)} accepts ${ports}${isPublic ? ` from ${WORLD}` : ''}`;
}

function checkPort(template: Template, balancer: LoadBalancer, { id, properties }: Resource, trail: Trail): void {
  const others = template.all('AWS::ElasticLoadBalancingV2::Listener').filter((other) =>
    other.id !== id && nameOf(other.properties.LoadBalancerArn) === balancer.id && portOf(other.properties.Port) === portOf(properties.Port));
  for (const other of others) trail.break(`Listeners ${id} and ${other.id} of load balancer ${balancer.id} have the same port ${properties.Port}.`);
}
