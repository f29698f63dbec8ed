import { Severity } from '../../finding/finding';
import { secretsOf } from '../secret-places';
import { SpecRule } from '../spec-rule';
import { isTemplate, quoted } from '../wording';

const PARAMETER = /^arn:[\w-]+:ssm:[\w-]+:\d{12}:parameter\/[\w.\/:-]+$/;
const SECRET = /^(arn:[\w-]+:secretsmanager:[\w-]+:\d{12}:secret:[\w\/+=.@!-]+)(?::([^\s:]*))?(:.*)?$/;
const VERSIONS = /^:[^\s:]*:[^\s:]*$/;
const NAME = /^[\w.\/+=@:-]+$/;

export const secretReference: SpecRule = {
  code: 'DR2125',
  name: 'secret-reference',
  severity: Severity.ERROR,
  summary: 'Every secret is the ARN of a Secrets Manager secret or of an SSM parameter, or the name of a parameter.',
  reason:
    'The ECS agent reads nothing else. A key inside a secret is written as ARN:KEY:: with both colons at the end.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  fields: [
    'containerDefinitions[].secrets[].valueFrom', 'containerDefinitions[].logConfiguration.secretOptions[].valueFrom',
  ],
  check(spec, { at, report }) {
    for (const secret of spec.containers.flatMap(secretsOf)) {
      const { valueFrom } = secret;
      if (valueFrom === undefined || isTemplate(valueFrom)) continue;
      const hint = hintFor(valueFrom);
      if (hint === undefined) continue;
      report(
        at(secret, 'valueFrom'),
        'must be the ARN of a Secrets Manager secret or an SSM parameter, or the name of a parameter, got '
          + `${quoted(valueFrom)}.`,
        hint,
      );
    }
  },
};

/** How to correct a reference; nothing when it is right. */
function hintFor(valueFrom: string): string | undefined {
  if (!valueFrom.startsWith('arn:')) {
    return NAME.test(valueFrom) ? undefined : 'Store the value as a secret or a parameter, and write its ARN here.';
  }
  if (PARAMETER.test(valueFrom)) return undefined;
  const match = SECRET.exec(valueFrom);
  if (!match) {
    return 'Write "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME" or "arn:aws:ssm:REGION:ACCOUNT:parameter/NAME".';
  }
  const [, , key, versions] = match;
  if (key === undefined || (versions !== undefined && VERSIONS.test(versions))) return undefined;
  return versions === undefined
    ? 'Add "::" at its end; the stage and the version behind the key may be empty, but not absent.'
    : `Write ":${key}::" behind the name of the secret.`;
}
