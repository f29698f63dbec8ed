import { Severity } from '../../finding/finding';
import { PortMappingSpec } from '../../spec/model';
import { SpecRule } from '../spec-rule';

export const repeatedContainerPort: SpecRule = {
  code: 'DR3011',
  name: 'repeated-container-port',
  severity: Severity.WARNING,
  summary: 'No container publishes one of its ports on two host ports.',
  reason:
    'Amazon ECS documents one mapping for each port of a container, and outside bridge mode there is only one host '
    + 'port for it.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_portmappings_ec2',
  fields: ['containerDefinitions[].portMappings[].containerPort'],
  check(spec, { at, report }) {
    for (const { portMappings = [] } of spec.containers) {
      const first = new Map<string, PortMappingSpec>();
      for (const mapping of portMappings) {
        const { containerPort, protocol = 'tcp' } = mapping;
        if (containerPort === undefined) continue;
        const other = first.get(`${containerPort}/${protocol}`);
        first.set(`${containerPort}/${protocol}`, other ?? mapping);
        const isConflict = other?.hostPort === mapping.hostPort && Boolean(mapping.hostPort);
        if (other === undefined || isConflict) continue;
        report(
          at(mapping, 'containerPort'),
          `must be published once, got ${containerPort} (${protocol}) again, as in ${at(other).path}.`,
          'Remove one of the two mappings, and point both listeners at the host port that stays.',
        );
      }
    }
  },
};
