import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

const NAME = /^[A-Za-z_][\w.:/+\-@]*$/;

export const beanstalkSecret: TargetRule = {
  code: 'DR4218',
  name: 'beanstalk-secret',
  severity: Severity.ERROR,
  summary:
    'Secrets of an environment of Elastic Beanstalk come with an executionRoleArn in the file and are no environment '
    + 'properties as well.',
  reason: 'The agent reads them as that role before it starts the containers; without one the task never starts.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html',
  fields: ['executionRoleArn'],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, { environmentProperties = {}, beanstalk: { environmentSecrets = [] } = {} }, { at, report }) {
    if (environmentSecrets.length === 0) return;
    if (spec.executionRoleArn === undefined) {
      report(
        at(spec), 'must have an executionRoleArn for environmentSecrets, got none.',
        'Write the ARN of a role that may read the secrets to the file.',
      );
    }
    for (const name of environmentSecrets) {
      if (!NAME.test(name)) {
        report(
          at(spec), `environmentSecrets must be by names of variables, got "${name}".`,
          'Use letters, digits and underscores.',
        );
      }
      if (Object.hasOwn(environmentProperties, name)) {
        report(
          at(spec), `environmentSecrets must not set ${name} beside environmentProperties.`, 'Remove one of the two.',
        );
      }
    }
  },
};
