import { Severity } from '../../../finding/finding';
import { chosenFits } from '../../../settings/instances/types/chosen-types';
import { TargetRule } from '../target-rule';
import { withNeighbors } from './instance-wording';

export const interfaceTrunking: TargetRule = {
  code: 'DR4064',
  name: 'interface-trunking',
  severity: Severity.WARNING,
  summary:
    'In awsvpc mode, an instance has a network interface for each of its tasks without the account setting '
    + 'awsvpcTrunking.',
  reason:
    'Amazon ECS attaches a trunk when an instance registers, if the setting is on for its role or the account by '
    + 'then; no template can turn it on.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-eni.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    for (const chosen of chosenFits(spec, settings)) {
      if (chosen.fit.networkInterfaces !== 'tight') continue;
      const { prop, type, fit, smallest } = chosen;
      const other =
        prop === 'instanceType' ? smallest && `, or set instanceType to ${smallest}` : `, or remove ${prop}`;
      report(
        at(spec, 'containerDefinitions'),
        `take ${fit.demand.networkInterfaces} network interfaces${withNeighbors(settings)}, but without `
          + `awsvpcTrunking ${type.name} has ${type.networkInterfaces - 1} for tasks.`,
        'Run aws ecs put-account-setting-default --name awsvpcTrunking --value enabled before the instances '
          + `start${other ?? ''}.`, [chosen.prop],
      );
    }
  },
};
