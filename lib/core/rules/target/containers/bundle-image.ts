import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const bundleImage: TargetRule = {
  code: 'DR4112',
  name: 'bundle-image',
  severity: Severity.ERROR,
  summary: 'The machine image can unpack the source bundle.',
  reason:
    'Bottlerocket has no shell and no package manager, so nothing can put files on an instance before its agent '
    + 'starts.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-bottlerocket.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { sourceBundle, machineImage }, { at, report }) {
    if (!sourceBundle || machineImage !== 'bottlerocket') return;
    report(
      at(spec),
      'sourceBundle must not be set with machineImage: CapacityImage.bottlerocket(), which cannot unpack it.',
      'Set machineImage: CapacityImage.ecsOptimized(), or copy the files into the images and leave sourceBundle out.',
      ['sourceBundle', 'machineImage'],
    );
  },
};
