import { apiDoors } from './apis';
import { distributionDoors } from './distributions';
import { Door } from './door';
import { Forward, kindOf } from './forwards';
import { LoadBalancer } from './front';
import { onePort, showPorts } from './ports';
import { SecurityGroups, WORLD } from './security-groups';
import { listNames, portOf, Resource, Template } from './template';
import { Trail } from './trail';

/** Everything that stands before load balancers. */
export function doorsOf(template: Template): Door[] {
  return [...apiDoors(template), ...distributionDoors(template)];
}

/** From a door through the security groups to its listener. */
export function walkDoor(
  groups: SecurityGroups, balancer: LoadBalancer, listener: Resource, door: Door, trail: Trail,
): void {
  const ports = onePort('tcp', portOf(listener.properties.Port) ?? 0);
  const far = door.vpcs.filter((vpc) => balancer.vpcs.length > 0 && !balancer.vpcs.includes(vpc));
  if (far.length > 0) {
    trail.break(
      `The VPC link of ${door.label} is in ${listNames(far)}, but load balancer ${balancer.id} is in `
        + `${listNames(balancer.vpcs)}.`,
    );
  }
  if (door.securityGroups.length > 0) {
    const way = groups.allowing('egress', door.securityGroups, ports, [...balancer.securityGroups, WORLD]);
    if (way) {
      trail.step(`security group ${way.group} may send ${showPorts(ports)} to ${way.peer}`);
    } else {
      trail.break(
        `The VPC link of ${door.label} may not send ${showPorts(ports)} to ${listNames(balancer.securityGroups)}.`,
      );
    }
  }
  const rule = groups.allowing('ingress', balancer.securityGroups, ports, peersOf(groups, balancer, door));
  if (rule) {
    trail.step(`security group ${rule.group} accepts ${showPorts(ports)} from ${rule.peer}`);
  } else {
    trail.break(
      `Listener ${listener.id} is closed to ${door.label}: no rule of ${listNames(balancer.securityGroups)} accepts `
        + `${showPorts(ports)} from ${door.headers ? 'a prefix list' : listNames(door.securityGroups)}.`,
    );
  }
}

/**
 * Who the listener has to let in for a door: its security groups, or the prefix list with the addresses of CloudFront.
 */
export function peersOf(groups: SecurityGroups, { securityGroups }: LoadBalancer, door: Door): string[] {
  return door.headers
    ? groups
      .of('ingress', securityGroups)
      .filter(({ isPrefixList }) => isPrefixList)
      .map(({ peer }) => peer)
    : [...door.securityGroups];
}

/** Only the headers of a distribution tell it from those of others, so each forward has to ask for one. */
export function checkHeaders(door: Door | undefined, { from, headers, targetGroups }: Forward, trail: Trail): void {
  const what = `${kindOf(from)} ${from.id}`;
  for (const { name, values } of headers) {
    const sent = door?.headers?.get(name.toLowerCase());
    if (sent === undefined) {
      trail.break(`${what} wants header ${name}, which ${door ? `${door.label} does not send` : 'no client sends'}.`);
    } else if (!values.some((value) => JSON.stringify(value) === JSON.stringify(sent))) {
      trail.break(`${what} wants another value of header ${name} than ${door!.label} sends.`);
    }
  }
  if (door?.headers && headers.length === 0 && targetGroups.length > 0) {
    trail.break(`${what} asks for no header, so that every other distribution gets in.`);
  }
}
