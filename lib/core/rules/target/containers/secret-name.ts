import { Severity } from '../../../finding/finding';
import { variableNameFault } from '../../variable-name';
import { TargetRule } from '../target-rule';

export const secretName: TargetRule = {
  code: 'DR4122',
  name: 'secret-name',
  severity: Severity.ERROR,
  summary: 'Every secret in the props has the name of a variable, without spaces and without an equals sign.',
  reason:
    'The value reaches the container as an environment variable, and Docker takes what follows an equals sign for '
    + 'the value.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  fields: [],
  concerns: 'task',
  target: 'ecs',
  check(spec, { secrets = {} }, { at, report }) {
    for (const [container, names] of Object.entries(secrets)) {
      for (const name of names) {
        const fault = variableNameFault(name);
        if (fault) {
          report(at(spec), `The name of an entry of secrets.${container} must ${fault[0]}.`, fault[1], [
            `secrets.${container}`,
          ]);
        }
      }
    }
  },
};
