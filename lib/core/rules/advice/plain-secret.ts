import { Severity } from '../../finding/finding';
import { secretIn } from '../secret-signs';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const plainSecret: SpecRule = {
  code: 'DR5002',
  name: 'plain-secret',
  severity: Severity.WARNING,
  summary: 'No environment variable carries a secret in plain text.',
  reason:
    'Everyone who may read the file, the template or the task definition can read the value, and changing it needs a '
    + 'deployment.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
  fields: ['containerDefinitions[].environment[]'],
  check(spec, { at, report }) {
    for (const variable of spec.containers.flatMap((container) => container.environment ?? [])) {
      const { name = '', value = '' } = variable;
      const sign = secretIn(name, value);
      if (sign === undefined) continue;
      report(
        at(variable, 'name'),
        `must not carry a secret in plain text, got ${quoted(name)}, which ${sign}.`,
        'Store the value in Secrets Manager, and write this in place of the variable: "secrets": [{ "name": '
          + `${quoted(name)}, "valueFrom": "arn:aws:secretsmanager:…" }].`,
      );
    }
  },
};
