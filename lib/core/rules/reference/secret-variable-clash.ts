import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const secretVariableClash: SpecRule = {
  code: 'DR3031',
  name: 'secret-variable-clash',
  severity: Severity.ERROR,
  summary: 'No secret has the name of an environment variable or of another secret of its container.',
  reason:
    'Amazon ECS refuses the task definition: "The secret name must be unique and not shared with any new or existing '
    + 'environment variables".',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  fields: ['containerDefinitions[].secrets[].name', 'containerDefinitions[].environment[].name'],
  check(spec, { at, report }) {
    for (const { environment = [], secrets = [] } of spec.containers) {
      const taken = new Map(environment.map((variable) => [variable.name, at(variable).path]));
      for (const secret of secrets) {
        if (secret.name === undefined) continue;
        const other = taken.get(secret.name);
        taken.set(secret.name, other ?? at(secret).path);
        if (other === undefined) continue;
        report(
          at(secret, 'name'), `must not be set elsewhere, got ${quoted(secret.name)}, as in ${other}.`,
          `Remove ${other}, so that the secret alone sets the variable.`,
        );
      }
    }
  },
};
