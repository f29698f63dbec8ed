import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { isStated, shownBy } from '../wording';

export const missingMemory: SpecRule = {
  code: 'DR2102',
  name: 'missing-memory',
  severity: Severity.ERROR,
  summary: 'Every container states memory, memoryReservation or both.',
  reason: 'Beanstalk sets no memory for the task as a whole, so Amazon ECS asks for it in each container.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_memory_ec2',
  fields: ['containerDefinitions[].memory', 'containerDefinitions[].memoryReservation'],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      if (isStated(container, 'memory') || isStated(container, 'memoryReservation')) continue;
      report(
        shownBy(at, container, 'name'),
        'must state "memory" or "memoryReservation", got neither.',
        'Add "memoryReservation": 256, or "memory": 256 if the container is to be stopped when it uses more (both '
          + 'in MiB).',
      );
    }
  },
};
