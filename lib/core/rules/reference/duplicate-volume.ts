import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

export const duplicateVolume: SpecRule = {
  code: 'DR3004',
  name: 'duplicate-volume',
  severity: Severity.ERROR,
  summary: 'No two volumes have the same name.',
  reason: 'Amazon ECS refuses the task definition, and a mount point could mean either.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#volumes_ec2',
  fields: ['volumes[].name'],
  check(spec, { at, report }) {
    const first = new Map<string, string>();
    for (const volume of spec.volumes) {
      const { name } = volume;
      if (name === undefined) continue;
      const other = first.get(name);
      if (other === undefined) {
        first.set(name, at(volume).path);
      } else {
        report(
          at(volume, 'name'), `must be unique, got "${name}", which is also the name of ${other}.`,
          'Remove one of the two, or rename it and the mount points that mean it.',
        );
      }
    }
  },
};
