import { Severity } from '../../../finding/finding';
import { beanstalkFaultsIn, givenProps, showValue } from '../../../settings/fields/faults';
import { allTargetFields, requestFields } from '../../../settings/traffic/target';
import { quoted } from '../../wording';
import { TargetRule } from '../target-rule';

export const beanstalkTargetSetting: TargetRule = {
  code: 'DR4205',
  name: 'beanstalk-target-setting',
  severity: Severity.ERROR,
  summary:
    'On Elastic Beanstalk a process is checked on its own port within 60 seconds, speaks HTTP/1.1, and has no name, '
    + 'slow start or gRPC codes.',
  reason: 'These are all options that a process has.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-environmentprocess',
  fields: [],
  concerns: 'service',
  target: 'beanstalk',
  check(spec, { traffic }, { at, report }) {
    for (const { prop: path, target } of traffic.targets) {
      for (const { prop, row, value } of givenProps(allTargetFields, target, path)) {
        if (row.notOnBeanstalk === undefined || value === requestFields.protocolVersion.fallback) continue;
        if (prop === `${path}.healthCheck.port` && value === (target.instancePort ?? target.port)) continue;
        const got = row.kind === 'text' ? quoted(value as string) : showValue(row, value);
        report(at(spec), `${prop} must not be set on Elastic Beanstalk, got ${got}.`, row.notOnBeanstalk);
      }
      for (const { message, hint } of beanstalkFaultsIn(allTargetFields, target, path)) report(at(spec), message, hint);
    }
  },
};
