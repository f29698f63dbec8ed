import { Severity } from '../../../finding/finding';
import { beanstalkFields } from '../../../settings/beanstalk/beanstalk';
import { environmentFields } from '../../../settings/environment-fields';
import { faultsIn } from '../../../settings/fields/faults';
import { known } from '../../../settings/settings';
import { TargetRule } from '../target-rule';

export const invalidSetting: TargetRule = {
  code: 'DR4004',
  name: 'invalid-setting',
  severity: Severity.ERROR,
  summary: 'Every prop is within the range and of the form that AWS accepts.',
  reason: 'AWS refuses the resource otherwise, after minutes of deployment.',
  link: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html',
  fields: [],
  concerns: 'settings',
  check(spec, settings, { at, report, target }) {
    const faults = [
      ...faultsIn(environmentFields, settings, '', target === 'beanstalk'),
      ...faultsIn(beanstalkFields, settings.beanstalk),
    ];
    for (const fault of faults) {
      report(at(spec), fault.message, fault.hint, [fault.prop]);
    }
    const [min, max] = [known(settings.minCapacity), known(settings.maxCapacity)];
    if (faults.length > 0 || min === undefined || max === undefined || min <= max) return;
    report(
      at(spec), `minCapacity must be at most maxCapacity, which is ${max}, got ${min}.`,
      `Set maxCapacity: ${min}, or lower minCapacity.`, ['minCapacity', 'maxCapacity'],
    );
  },
};
