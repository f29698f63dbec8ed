import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const environmentName: SpecRule = {
  code: 'DR2124',
  name: 'environment-name',
  severity: Severity.ERROR,
  summary: 'Every environment variable and secret has a name.',
  reason: 'Docker refuses to create a container with a nameless variable.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_environment_ec2',
  fields: ['containerDefinitions[].environment[].name', 'containerDefinitions[].secrets[].name'],
  check(spec, { at, report }) {
    for (const { environment = [], secrets = [] } of spec.containers) {
      for (const variable of [...environment, ...secrets]) {
        if (variable.name === undefined || variable.name.trim() !== '') continue;
        report(at(variable, 'name'), `must not be empty, got ${quoted(variable.name)}.`, 'Write the name of the variable, or remove the entry.');
      }
    }
  },
};
