import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const duplicateVariable: SpecRule = {
  code: 'DR3030',
  name: 'duplicate-variable',
  severity: Severity.WARNING,
  summary: 'No environment variable is set twice in one container.',
  reason: 'Only one of the values reaches the program, and which one is not documented.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_environment_ec2',
  fields: ['containerDefinitions[].environment[].name'],
  drops: true,
  check(spec, { at, report }) {
    for (const { environment = [] } of spec.containers) {
      const last = new Map(environment.map((variable) => [variable.name, variable]));
      for (const variable of environment) {
        const winner = last.get(variable.name)!;
        if (variable.name === undefined || winner === variable) continue;
        report(
          at(variable),
          `must be the only entry that sets ${quoted(variable.name)}, got another in ${at(winner).path}; the later `
            + 'one was used.',
          'Remove the entry whose value is not meant.',
        );
      }
    }
  },
};
