import { Severity } from '../../finding/finding';
import { RESERVED_PORTS } from '../reserved-ports';
import { SpecRule } from '../spec-rule';

export const reservedHostPort: SpecRule = {
  code: 'DR2105',
  name: 'reserved-host-port',
  severity: Severity.ERROR,
  summary: 'No container publishes a TCP port that the instance keeps for itself: 22, 2375, 2376 and 51678 to 51680.',
  reason: 'Every instance reserves these ports, so a task that asks for one is never placed.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_portmappings_ec2',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  check(spec, { at, report }) {
    for (const mapping of spec.containers.flatMap((container) => container.portMappings ?? [])) {
      const { hostPort, protocol = 'tcp' } = mapping;
      if (hostPort === undefined || protocol !== 'tcp' || !Object.hasOwn(RESERVED_PORTS, hostPort)) continue;
      report(
        at(mapping, 'hostPort'),
        `must not be a port that the instance reserves for ${RESERVED_PORTS[hostPort]}, got ${hostPort}.`,
        'Write another hostPort; the containerPort may stay.',
      );
    }
  },
};
