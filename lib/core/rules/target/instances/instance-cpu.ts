import { Severity } from '../../../finding/finding';
import { chosenFits } from '../../../settings/instances/types/chosen-types';
import { TargetRule } from '../target-rule';
import { chooseLarger, withNeighbors } from './instance-wording';

export const instanceCpu: TargetRule = {
  code: 'DR4062',
  name: 'instance-cpu',
  severity: Severity.ERROR,
  summary: 'The containers of an instance reserve no more CPU units than its type has, 1024 for each vCPU.',
  reason: 'Amazon ECS places a task only where all that it reserves is free: no instance would ever run this one.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  fields: ['containerDefinitions[].cpu'],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    for (const chosen of chosenFits(spec, settings)) {
      if (chosen.fit.cpu !== 'exceeds') continue;
      const { type, fit } = chosen;
      report(
        at(spec, 'containerDefinitions'),
        `must reserve at most the ${type.cpuUnits} CPU units of ${type.name}, got `
          + `${fit.demand.cpuUnits}${withNeighbors(settings)}; no such instance would ever run the task.`,
        chooseLarger(chosen, 'lower cpu'), [chosen.prop],
      );
    }
  },
};
