import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

export const autoprovisionScope: SpecRule = {
  code: 'DR2114',
  name: 'autoprovision-scope',
  severity: Severity.ERROR,
  summary: 'Only a Docker volume with scope shared is autoprovisioned.',
  reason:
    'A volume of scope task, which is the default, is always made with its task, and Amazon ECS refuses the setting.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#volumes_ec2',
  fields: ['volumes[].dockerVolumeConfiguration.autoprovision'],
  check(spec, { at, report }) {
    for (const volume of spec.volumes) {
      const { autoprovision, scope = 'task' } = volume.dockerVolumeConfiguration ?? {};
      if (!autoprovision || scope === 'shared') continue;
      report(
        at(volume, 'dockerVolumeConfiguration', 'autoprovision'),
        `must be left out when the scope is ${scope}, got true.`, 'Remove it, or write "scope": "shared".',
      );
    }
  },
};
