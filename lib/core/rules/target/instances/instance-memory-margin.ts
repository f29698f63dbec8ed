import { Severity } from '../../../finding/finding';
import { chosenFits } from '../../../settings/instances/types/chosen-types';
import { registeredMemory } from '../../../settings/instances/types/registered-memory';
import { TargetRule } from '../target-rule';
import { chooseLarger, withNeighbors } from './instance-wording';

export const instanceMemoryMargin: TargetRule = {
  code: 'DR4061',
  name: 'instance-memory-margin',
  severity: Severity.WARNING,
  summary: 'The containers of an instance leave free what its kernel takes.',
  reason:
    'An instance registers less memory with Amazon ECS than its type is sold with, by 2 to 10 %, and AWS publishes '
    + 'no figures.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html',
  fields: ['containerDefinitions[].memory', 'containerDefinitions[].memoryReservation'],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    for (const chosen of chosenFits(spec, settings)) {
      if (chosen.fit.memory !== 'tight') continue;
      const { type, fit } = chosen;
      const { memoryMiB, seen } = registeredMemory(type);
      const verb = seen ? 'was seen to register' : 'can be expected to register';
      report(
        at(spec, 'containerDefinitions'),
        `should reserve at most the ${memoryMiB} of ${type.memoryMiB} MiB that ${type.name} ${verb}, got `
          + `${fit.demand.memoryMiB} MiB${withNeighbors(settings)}; the task may never start on one.`,
        chooseLarger(chosen, 'lower memoryReservation (memory where there is none)'), [chosen.prop],
      );
    }
  },
};
