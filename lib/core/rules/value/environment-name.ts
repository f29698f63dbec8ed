import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { variableNameFault } from '../variable-name';

export const environmentName: SpecRule = {
  code: 'DR2124',
  name: 'environment-name',
  severity: Severity.ERROR,
  summary: 'Every environment variable and secret has a name, without spaces and without an equals sign.',
  reason:
    'Docker refuses to create a container with a nameless variable, and takes what follows an equals sign for the '
    + 'value.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_environment_ec2',
  fields: ['containerDefinitions[].environment[].name', 'containerDefinitions[].secrets[].name'],
  check(spec, { at, report }) {
    for (const { environment = [], secrets = [] } of spec.containers) {
      for (const variable of [...environment, ...secrets]) {
        const fault = variable.name === undefined ? undefined : variableNameFault(variable.name);
        if (fault) report(at(variable, 'name'), `must ${fault[0]}.`, fault[1]);
      }
    }
  },
};
