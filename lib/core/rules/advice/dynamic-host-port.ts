import { Severity } from '../../finding/finding';
import { PortMappingSpec } from '../../spec/model';
import { SpecRule } from '../spec-rule';
import { isStated } from '../wording';

export const dynamicHostPort: SpecRule = {
  code: 'DR5008',
  name: 'dynamic-host-port',
  severity: Severity.WARNING,
  summary: 'Every port mapping states its host port.',
  reason: 'Without hostPort, or with 0, the instance picks a free port in bridge mode; Beanstalk never connects such a port to a load balancer.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_portmappings_ec2',
  fields: ['containerDefinitions[].portMappings[].hostPort', 'containerDefinitions[].portMappings[].containerPortRange'],
  check(spec, { at, report }) {
    for (const { portMappings = [] } of spec.containers) {
      const [first, ...more] = portMappings.filter(isDynamic);
      if (!first) continue;
      const { containerPort, containerPortRange, hostPort } = first;
      const key = hostPort === 0 ? 'hostPort' : containerPortRange === undefined ? 'containerPort' : 'containerPortRange';
      const others = more.length > 0 ? `, and likewise for ${more.length} more mapping${more.length > 1 ? 's' : ''} of the container` : '';
      report(at(first, key), `must have a host port that a listener can name, got ${first[key]}, for which the instance picks any in bridge mode${others}.`,
        containerPortRange === undefined ? `Write "hostPort": ${containerPort}, or another free port.` : 'Write one mapping with a hostPort for each port that a listener uses.');
    }
  },
};

/** Whether the host port is left open, rather than stated or misspelt. */
function isDynamic(mapping: PortMappingSpec): boolean {
  const { containerPort, containerPortRange, hostPort } = mapping;
  if (containerPort === undefined && containerPortRange === undefined) return false;
  return hostPort === 0 || !isStated(mapping, 'hostPort');
}
