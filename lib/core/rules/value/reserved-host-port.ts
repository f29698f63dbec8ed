import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

const RESERVED: Readonly<Record<number, string>> = {
  22: 'SSH',
  2375: 'Docker',
  2376: 'Docker',
  51678: 'the ECS agent',
  51679: 'the ECS agent',
  51680: 'the ECS agent',
};

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
      if (hostPort === undefined || protocol !== 'tcp' || !Object.hasOwn(RESERVED, hostPort)) continue;
      report(at(mapping, 'hostPort'), `must not be a port that the instance reserves for ${RESERVED[hostPort]}, got ${hostPort}.`,
        'Write another hostPort; the containerPort may stay.');
    }
  },
};
