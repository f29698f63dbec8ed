import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';
import { JsonMember } from '../../syntax/json-tree';
import { textsIn } from './entries';
import { SectionReport } from './section-rule';

export const earlierLinux: Rule = {
  code: 'DR6076',
  name: 'earlier-linux',
  severity: Severity.WARNING,
  summary: 'Commands and services of the instances exist on Amazon Linux 2023.',
  reason: 'A command that fails fails the deployment, and files of years ago were written for an earlier Amazon Linux.',
  link: 'https://docs.aws.amazon.com/linux/al2023/ug/compare-with-al2.html',
  fields: [],
};

/** The sections whose contents run on the instances. */
const SECTIONS = ['files', 'commands', 'container_commands'];

/** What earlier systems had, what is so today, and the edit. */
const GONE: readonly (readonly [RegExp, string, string])[] = [
  [
    /\becr[\s-]+get-login(?!-password)/,
    'runs `aws ecr get-login`, which version 2 of the AWS CLI does not have.',
    'Remove it: the instances pull from ECR with their role.',
  ],
  [
    /\binitctl\b/,
    'runs `initctl`, which Amazon Linux 2023 does not have.',
    'Use systemctl, such as `systemctl restart healthd`.',
  ],
  [
    /\bamazon-linux-extras\b/,
    'runs `amazon-linux-extras`, which Amazon Linux 2023 does not have.',
    'Install the package with dnf, or in the image.',
  ],
];

/** Says of each entry what of it the instances do not have any more. */
export function reportEarlierLinux({ key: section, value }: JsonMember, report: SectionReport): void {
  if (!SECTIONS.includes(section) || value.kind !== 'object') return;
  for (const { place, value: entry } of value.members) {
    const text = textsIn(entry);
    for (const [pattern, message, hint] of GONE) if (pattern.test(text)) report(place, message, hint);
  }
}
