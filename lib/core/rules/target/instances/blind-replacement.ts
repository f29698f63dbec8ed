import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const blindReplacement: TargetRule = {
  code: 'DR4113',
  name: 'blind-replacement',
  severity: Severity.WARNING,
  summary: 'An instance is replaced only when its successor serves.',
  reason:
    'Bottlerocket runs no commands, so its instances cannot signal that they serve; the next one is replaced after '
    + 'five minutes, whatever became of the one before.',
  link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { machineImage }, { at, report }) {
    if (machineImage !== 'bottlerocket') return;
    report(
      at(spec),
      'machineImage: CapacityImage.bottlerocket() has instances replaced every five minutes, even if none of the new '
        + 'ones serves.',
      'Watch deployments that change the instances, or set machineImage: CapacityImage.ecsOptimized().',
      ['machineImage'],
    );
  },
};
