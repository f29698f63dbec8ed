import { Making, mappingsAt, NETWORK } from './beanstalk-making';
import { internetGatewayOf } from './network';
import { showPorts } from './ports';
import { Rule, SecurityGroups } from './security-groups';
import { nameOf } from './template';
import { Trail } from './trail';

/** From the internet to the containers of a single instance, which its security groups alone stand before. */
export function walkAlone(making: Making): Trail[] {
  const { id, options, template, trail } = making;
  const groups = options.list('aws:autoscaling:launchconfiguration', 'SecurityGroups').map(nameOf);
  for (const reference of options.list(NETWORK, 'Subnets')) {
    const subnet = template.find('AWS::EC2::Subnet', reference);
    if (subnet && !internetGatewayOf(template, subnet)) {
      trail.break(`Environment ${id} has one instance, whose subnet ${subnet.id} has no route to an internet gateway.`);
    }
  }
  const open = new SecurityGroups(template).of('ingress', groups);
  if (open.length === 0) trail.break(`Environment ${id} has one instance, which accepts nothing.`);
  return open.map((rule) => walkRule(rule, making));
}

function walkRule({ group, ports, peer }: Rule, making: Making): Trail {
  const way = new Trail();
  const [mapping] = ports.from === ports.to ? mappingsAt(ports.from, making) : [];
  way.step(`security group ${group} accepts ${showPorts(ports)} from ${peer}`);
  if (!mapping) {
    way.break(
      `Security group ${group} accepts ${showPorts(ports)} from ${peer}, where no container of environment `
        + `${making.id} listens.`,
    );
  } else if ((mapping.protocol ?? 'tcp') !== ports.protocol) {
    way.break(
      `Security group ${group} accepts ${showPorts(ports)}, but container ${mapping.name} listens for `
        + `${mapping.protocol ?? 'tcp'}.`,
    );
  } else {
    way.step(`container ${mapping.name} answers on port ${mapping.containerPort}`);
  }
  return way;
}
