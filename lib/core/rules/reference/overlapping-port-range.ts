import { Severity } from '../../finding/finding';
import { PortMappingSpec } from '../../spec/model';
import { parsePortRange, PortRange } from '../port-range';
import { SpecRule } from '../spec-rule';

export const overlappingPortRange: SpecRule = {
  code: 'DR3012',
  name: 'overlapping-port-range',
  severity: Severity.ERROR,
  summary: 'No port range of a container holds a port of its other mappings.',
  reason: 'Amazon ECS refuses ranges that overlap; a port belongs to one mapping only.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_portmappings_ec2',
  fields: ['containerDefinitions[].portMappings[].containerPortRange'],
  check(spec, { at, report }) {
    for (const { portMappings = [] } of spec.containers) {
      for (const protocol of ['tcp', 'udp']) {
        const taken = portMappings
          .filter((mapping) => (mapping.protocol ?? 'tcp') === protocol)
          .flatMap((mapping) => portsOf(mapping))
          .sort((a, b) => a.first - b.first);
        let widest: Taken | undefined;
        for (const current of taken) {
          if (widest && current.first <= widest.last && (current.isRange || widest.isRange)) {
            report(
              at(current.mapping, current.isRange ? 'containerPortRange' : 'containerPort'),
              `must not overlap other ports of the container, got ${show(current)}, which meets ${show(widest)}.`,
              'Let one of the two end before the other begins.',
            );
          }
          if (!widest || current.last > widest.last) widest = current;
        }
      }
    }
  },
};

interface Taken extends PortRange {
  readonly mapping: PortMappingSpec;
  readonly isRange: boolean;
}

function portsOf(mapping: PortMappingSpec): Taken[] {
  const { containerPort, containerPortRange } = mapping;
  if (containerPortRange !== undefined) return [{ ...parsePortRange(containerPortRange), mapping, isRange: true }];
  return containerPort === undefined ? [] : [{ first: containerPort, last: containerPort, mapping, isRange: false }];
}

function show({ first, last, isRange }: Taken): string {
  return isRange ? `${first}-${last}` : String(first);
}
