import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

const MAX_RANGES = 100;

export const tooManyPortRanges: SpecRule = {
  code: 'DR2107',
  name: 'too-many-port-ranges',
  severity: Severity.ERROR,
  summary: 'No container has more than 100 port ranges.',
  reason: 'Amazon ECS refuses the 101st.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_portmappings_ec2',
  fields: ['containerDefinitions[].portMappings[].containerPortRange'],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      const ranges = (container.portMappings ?? []).filter((mapping) => mapping.containerPortRange !== undefined);
      if (ranges.length <= MAX_RANGES) continue;
      report(
        at(ranges[MAX_RANGES], 'containerPortRange'),
        `must be one of at most ${MAX_RANGES} ranges of its container, got ${ranges.length}.`,
        'Join ranges that follow each other, or publish fewer ports.',
      );
    }
  },
};
