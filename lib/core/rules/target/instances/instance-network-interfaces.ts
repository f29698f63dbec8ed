import { Severity } from '../../../finding/finding';
import { chosenFits } from '../../../settings/instances/types/chosen-types';
import { TargetRule } from '../target-rule';
import { chooseLarger, withNeighbors } from './instance-wording';

export const instanceNetworkInterfaces: TargetRule = {
  code: 'DR4063',
  name: 'instance-network-interfaces',
  severity: Severity.ERROR,
  summary: 'In awsvpc mode, an instance has a network interface for each of its tasks.',
  reason: 'Each task takes one beside that of the instance, and Amazon ECS places no task that gets none.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/eni-trunking-supported-instance-types.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    for (const chosen of chosenFits(spec, settings)) {
      if (chosen.fit.networkInterfaces !== 'exceeds') continue;
      const { type, fit } = chosen;
      const trunked = type.trunkedTasks > 0 ? ` or, with awsvpcTrunking, ${type.trunkedTasks}` : '';
      report(
        at(spec, 'containerDefinitions'),
        `take ${fit.demand.networkInterfaces} network interfaces${withNeighbors(settings)}, but ${type.name} has `
          + `${type.networkInterfaces - 1} for tasks${trunked}; `
          + 'no such instance would ever run them all.',
        chooseLarger(chosen, 'run some of them in bridge mode'), [chosen.prop],
      );
    }
  },
};
