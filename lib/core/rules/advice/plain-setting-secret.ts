import { Severity } from '../../finding/finding';
import { OptionRule } from '../../options/rules/option-rule';
import { secretIn } from '../secret-signs';

export const plainSettingSecret: OptionRule = {
  code: 'DR6050',
  name: 'plain-setting-secret',
  severity: Severity.WARNING,
  summary: 'No option setting carries a secret in plain text.',
  reason:
    'Everyone who may read the bundle, the environment or the template can read the value, and changing it needs a '
    + 'deployment.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html',
  fields: [],
  check({ optionName, value, namePlace }, { report }) {
    const sign = secretIn(optionName, value);
    if (sign === undefined) return;
    report(
      namePlace, `must not carry a secret in plain text; it ${sign}.`,
      'Store the value in Secrets Manager, and reference it with secrets of the container.',
    );
  },
};
