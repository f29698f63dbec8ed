import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

/** Images of Amazon Linux 2, by the names of their parameters. */
const AMAZON_LINUX_2 = /amazon-linux-2(?!0)|amzn2-/;

export const imageWithoutDnf: TargetRule = {
  code: 'DR4132',
  name: 'image-without-dnf',
  severity: Severity.ERROR,
  summary: 'A given image is Amazon Linux 2023.',
  reason:
    'Instances install the AWS CLI with dnf when they boot, to fetch files and to signal that they serve. Amazon Linux '
    + '2 has no dnf, and is not supported by AWS any more since July 2026.',
  link: 'https://docs.aws.amazon.com/linux/al2023/ug/package-management.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { facts: { imageParameter = '' } = {} }, { at, report }) {
    if (!AMAZON_LINUX_2.test(imageParameter)) return;
    report(
      at(spec), `machineImage must be Amazon Linux 2023, got Amazon Linux 2 (${imageParameter}).`,
      'Leave it out, or take CapacityImage.of(EcsOptimizedImage.amazonLinux2023()).', ['machineImage'],
    );
  },
};
