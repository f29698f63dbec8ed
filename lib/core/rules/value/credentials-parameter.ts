import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { isTemplate, quoted } from '../wording';

const SECRET = /^arn:[\w-]+:secretsmanager:[\w-]+:\d{12}:secret:[\w\/+=.@!-]+$/;
const NAME = /^[\w\/+=.@-]+$/;

export const credentialsParameter: SpecRule = {
  code: 'DR2126',
  name: 'credentials-parameter',
  severity: Severity.ERROR,
  summary: 'Registry credentials are the ARN or the name of a Secrets Manager secret.',
  reason: 'The ECS agent reads them from Secrets Manager only.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
  fields: ['containerDefinitions[].repositoryCredentials.credentialsParameter'],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      const parameter = container.repositoryCredentials?.credentialsParameter;
      if (
        parameter === undefined
        || isTemplate(parameter)
        || (parameter.startsWith('arn:') ? SECRET : NAME).test(parameter)
      ) {
        continue;
      }
      report(
        at(container, 'repositoryCredentials', 'credentialsParameter'),
        `must be the ARN or the name of a Secrets Manager secret, got ${quoted(parameter)}.`,
        'Store {"username": …, "password": …} as a secret, and write '
          + '"arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME".',
      );
    }
  },
};
