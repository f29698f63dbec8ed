import { Severity } from '../../finding/finding';
import { Candidates } from '../candidates';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const undefinedVolumeSource: SpecRule = {
  code: 'DR3007',
  name: 'undefined-volume-source',
  severity: Severity.ERROR,
  summary: 'Every volumesFrom names a container of the file.',
  reason: 'Amazon ECS refuses a task definition that takes volumes from an unknown container.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_storage_ec2',
  fields: ['containerDefinitions[].volumesFrom[].sourceContainer'],
  check(spec, { at, report }) {
    const known = new Candidates(spec.containers.map((container) => container.name));
    for (const entry of spec.containers.flatMap((container) => container.volumesFrom ?? [])) {
      const name = entry.sourceContainer;
      if (name === undefined || known.has(name)) continue;
      report(
        at(entry, 'sourceContainer'), `must name a container (${known}), got ${quoted(name)}.`,
        known.hint(name, 'Remove it, or mount one volume in both containers.'),
      );
    }
  },
};
