import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

export const duplicateContainer: SpecRule = {
  code: 'DR3001',
  name: 'duplicate-container',
  severity: Severity.ERROR,
  summary: 'No two containers have the same name.',
  reason: 'Amazon ECS refuses the task definition, and links could mean either.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_name_ec2',
  fields: ['containerDefinitions[].name'],
  check(spec, { at, report }) {
    const first = new Map<string, string>();
    for (const container of spec.containers) {
      const { name } = container;
      if (name === undefined) continue;
      const other = first.get(name);
      if (other === undefined) {
        first.set(name, at(container).path);
      } else {
        report(
          at(container, 'name'), `must be unique, got "${name}", which is also the name of ${other}.`,
          'Rename one of the two, and the links, dependencies and log volumes that mean it.',
        );
      }
    }
  },
};
