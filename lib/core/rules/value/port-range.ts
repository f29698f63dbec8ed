import { Severity } from '../../finding/finding';
import { MAX_PORT } from '../../spec/fields/network';
import { parsePortRange } from '../port-range';
import { SpecRule } from '../spec-rule';

export const portRange: SpecRule = {
  code: 'DR2106',
  name: 'port-range',
  severity: Severity.ERROR,
  summary: 'A containerPortRange is ascending, between 1 and 65535, and set without containerPort and hostPort.',
  reason: 'Amazon ECS refuses other ranges; the host ports of a range are picked by the ECS agent.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_portmappings_ec2',
  fields: ['containerDefinitions[].portMappings[].containerPortRange'],
  check(spec, { at, report }) {
    for (const mapping of spec.containers.flatMap((container) => container.portMappings ?? [])) {
      const range = mapping.containerPortRange;
      if (range === undefined) continue;
      for (const key of ['containerPort', 'hostPort'] as const) {
        if (mapping[key] !== undefined) {
          report(
            at(mapping, key), `must not stand beside containerPortRange, got ${mapping[key]}.`,
            'Remove it, or give it a port mapping of its own.',
          );
        }
      }
      const { first, last } = parsePortRange(range);
      if (first >= 1 && first < last && last <= MAX_PORT) continue;
      report(
        at(mapping, 'containerPortRange'), `must go up and stay between 1 and ${MAX_PORT}, got "${range}".`,
        hint(first, last),
      );
    }
  },
};

function hint(first: number, last: number): string {
  if (first === last) return `Write "containerPort": ${first} instead.`;
  const low = Math.max(1, Math.min(first, last, MAX_PORT - 1));
  return `Write "${low}-${Math.min(MAX_PORT, Math.max(first, last))}".`;
}
