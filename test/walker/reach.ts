import { LoadBalancer } from './front';
import { Host } from './hosts';
import { Ports, showPorts } from './ports';
import { SecurityGroups, WORLD } from './security-groups';
import { listNames, nameOf, Resource } from './template';
import { Trail } from './trail';

/** From the load balancer over the network to what takes the traffic. */
export function walkReach(
  groups: SecurityGroups, balancer: LoadBalancer, targetGroup: Resource, host: Host, ports: Ports, trail: Trail,
): void {
  checkVpc(balancer, targetGroup, host, trail);
  const isClosed = host.securityGroups.length === 0 || (balancer.securityGroups.length === 0 && !balancer.isNetwork);
  if (isClosed) return;
  walkEgress(groups, balancer, host, ports, trail);
  walkIngress(groups, balancer, host, ports, trail);
}

function checkVpc(balancer: LoadBalancer, targetGroup: Resource, host: Host, trail: Trail): void {
  const vpc = nameOf(targetGroup.properties.VpcId);
  const elsewhere = [[`load balancer ${balancer.id} is`, balancer.vpcs], [`${host.label} are`, host.vpcs]] as const;
  for (const [label, vpcs] of elsewhere) {
    if (vpcs.some((other) => other !== vpc)) {
      trail.break(`Target group ${targetGroup.id} is in VPC ${vpc}, but ${label} in ${listNames(vpcs)}.`);
    }
  }
}

/** A load balancer without security groups may send anything. */
function walkEgress(
  groups: SecurityGroups, { id, securityGroups }: LoadBalancer, host: Host, ports: Ports, trail: Trail,
): void {
  if (securityGroups.length === 0) return;
  const peers = [...host.securityGroups, ...rangesOf(host)];
  const rule = groups.allowing('egress', securityGroups, ports, peers);
  if (rule) return trail.step(`security group ${rule.group} may send ${showPorts(ports)} to ${rule.peer}`);
  const instead = groups.instead('egress', securityGroups, peers);
  trail.break(
    `Load balancer ${id} may not send ${showPorts(ports)} to ${listNames(host.securityGroups)}; `
      + `${listNames(securityGroups)} allows ${instead}.`,
  );
}

/** Without security groups, clients keep their addresses: the targets must accept the clients themselves. */
function walkIngress(
  groups: SecurityGroups, { id, isPublic, securityGroups }: LoadBalancer, host: Host, ports: Ports, trail: Trail,
): void {
  const direct = isPublic ? [WORLD] : rangesOf(host);
  const peers = securityGroups.length === 0 ? direct : [...securityGroups, ...rangesOf(host)];
  const rule = groups.allowing('ingress', host.securityGroups, ports, peers);
  if (rule) {
    return trail.step(`security group ${rule.group} of ${host.label} accepts ${showPorts(ports)} from ${rule.peer}`);
  }
  const instead = groups.instead('ingress', host.securityGroups, peers);
  const wanted = `${listNames(host.securityGroups)} of ${host.label}`;
  trail.break(
    `Load balancer ${id} cannot reach ${showPorts(ports)}: security group ${wanted} accepts ${instead} from `
      + `${listNames(peers.slice(0, 1))}.`,
  );
}

/** The address ranges that every member of the VPC is in. */
function rangesOf({ vpcs }: Host): string[] {
  return [...vpcs.map((vpc) => `${vpc}.CidrBlock`), WORLD];
}
