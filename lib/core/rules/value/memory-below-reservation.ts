import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

export const memoryBelowReservation: SpecRule = {
  code: 'DR2103',
  name: 'memory-below-reservation',
  severity: Severity.ERROR,
  summary: 'No container has less memory than it reserves.',
  reason:
    'memory is the most that a container may use, so it cannot be lower than memoryReservation. Equal values are '
    + 'accepted.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_memory_ec2',
  fields: ['containerDefinitions[].memory', 'containerDefinitions[].memoryReservation'],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      const { memory, memoryReservation } = container;
      if (memory === undefined || memoryReservation === undefined || memory >= memoryReservation) continue;
      report(
        at(container, 'memory'),
        `must not be lower than memoryReservation, ${memoryReservation}, got ${memory}.`,
        `Raise "memory" to ${memoryReservation} or more, or lower "memoryReservation".`,
      );
    }
  },
};
