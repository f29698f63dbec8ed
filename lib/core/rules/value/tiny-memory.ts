import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

/** What Docker 20.10 and later reserves for any container, in MiB. */
const DOCKER_MINIMUM = 6;

export const tinyMemory: SpecRule = {
  code: 'DR2104',
  name: 'tiny-memory',
  severity: Severity.WARNING,
  summary: 'Every container has at least 6 MiB of memory.',
  reason: 'Amazon ECS accepts 4 MiB, but Docker 20.10 and later needs 6 MiB to start a container.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_memory_ec2',
  fields: ['containerDefinitions[].memory', 'containerDefinitions[].memoryReservation'],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      for (const key of ['memory', 'memoryReservation'] as const) {
        const value = container[key];
        if (value === undefined || value >= DOCKER_MINIMUM) continue;
        report(
          at(container, key), `must be ${DOCKER_MINIMUM} or more, got ${value}.`,
          `Use at least ${DOCKER_MINIMUM}; the unit is MiB.`,
        );
      }
    }
  },
};
