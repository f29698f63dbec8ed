import { Severity } from '../../../finding/finding';
import { chosenTypes } from '../../../settings/instances/instances';
import { architectureOf } from '../../../settings/instances/types/instance-type';
import { TargetRule } from '../target-rule';

export const mixedArchitectures: TargetRule = {
  code: 'DR4068',
  name: 'mixed-architectures',
  severity: Severity.ERROR,
  summary: 'All instance types are of one architecture.',
  reason: 'All instances start from one image, which is for one architecture.',
  link: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const [first, ...others] = chosenTypes(settings);
    for (const { prop, name } of others) {
      if (architectureOf(name) === architectureOf(first.name)) continue;
      report(
        at(spec),
        `${prop} must be of ${architectureOf(first.name)} like ${first.name}, got ${name}, which is `
          + `${architectureOf(name)}.`,
        'Choose types of one architecture.', [prop],
      );
    }
  },
};
