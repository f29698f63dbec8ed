import { Severity } from '../../../finding/finding';
import { chosenFits } from '../../../settings/instances/types/chosen-types';
import { TargetRule } from '../target-rule';
import { chooseLarger, withNeighbors } from './instance-wording';

export const instanceGpus: TargetRule = {
  code: 'DR4065',
  name: 'instance-gpus',
  severity: Severity.ERROR,
  summary: 'The containers of an instance reserve no more GPUs than its type has.',
  reason: 'Amazon ECS gives each GPU to one container: no such instance would ever run the task.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html',
  fields: ['containerDefinitions[].resourceRequirements'],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    for (const chosen of chosenFits(spec, settings)) {
      if (chosen.fit.gpus !== 'exceeds') continue;
      const { type, fit } = chosen;
      report(
        at(spec, 'containerDefinitions'),
        `ask for ${fit.demand.gpus} GPU${fit.demand.gpus === 1 ? '' : 's'}${withNeighbors(settings)}, but `
          + `${type.name} has ${type.gpus}; no such instance would ever run the task.`,
        chooseLarger(chosen, 'remove resourceRequirements'), [chosen.prop],
      );
    }
  },
};
