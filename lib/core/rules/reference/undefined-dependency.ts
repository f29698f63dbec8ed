import { Severity } from '../../finding/finding';
import { Candidates } from '../candidates';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const undefinedDependency: SpecRule = {
  code: 'DR3022',
  name: 'undefined-dependency',
  severity: Severity.ERROR,
  summary: 'Every dependency names a container of the file.',
  reason: 'Amazon ECS refuses a task definition that waits for an unknown container.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_dependson_ec2',
  fields: ['containerDefinitions[].dependsOn[].containerName'],
  check(spec, { at, report }) {
    const known = new Candidates(spec.containers.map((container) => container.name));
    for (const dependency of spec.containers.flatMap((container) => container.dependsOn ?? [])) {
      const name = dependency.containerName;
      if (name === undefined || known.has(name)) continue;
      report(
        at(dependency, 'containerName'), `must name a container (${known}), got ${quoted(name)}.`,
        known.hint(name, 'Remove the dependency, or add the container.'),
      );
    }
  },
};
