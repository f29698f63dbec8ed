import { Severity } from '../../../finding/finding';
import { chosenFits } from '../../../settings/instances/types/chosen-types';
import { TargetRule } from '../target-rule';
import { chooseLarger, withNeighbors } from './instance-wording';

export const instanceMemory: TargetRule = {
  code: 'DR4060',
  name: 'instance-memory',
  severity: Severity.ERROR,
  summary: 'The containers of an instance reserve no more memory than its type has.',
  reason: 'Amazon ECS places a task only where all that it reserves is free: no instance would ever run this one.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html',
  fields: ['containerDefinitions[].memory', 'containerDefinitions[].memoryReservation'],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    for (const chosen of chosenFits(spec, settings)) {
      if (chosen.fit.memory !== 'exceeds') continue;
      const { type, fit } = chosen;
      report(
        at(spec, 'containerDefinitions'),
        `must reserve at most the ${type.memoryMiB} MiB of ${type.name}, got ${fit.demand.memoryMiB} `
          + `MiB${withNeighbors(settings)}; no such instance would ever run the task.`,
        chooseLarger(chosen, 'lower memoryReservation (memory where there is none)'), [chosen.prop],
      );
    }
  },
};
