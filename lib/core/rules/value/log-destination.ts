import { Severity } from '../../finding/finding';
import { awslogsOf } from '../log-options';
import { SpecRule } from '../spec-rule';
import { isTemplate, quoted, shownBy } from '../wording';

const OPTIONS = [
  {
    option: 'awslogs-group', must: 'the name of a log group', pattern: /^[\w.\-/#]{1,512}$/,
    hint: 'Use letters, digits and . - / # _ only, as in "/my-app/web".',
  },
  {
    option: 'awslogs-region', must: 'the name of a region', pattern: /^[a-z]{2,}(?:-[a-z]+)+-\d+$/,
    hint: 'Write it as in "eu-west-1".',
  },
] as const;

export const logDestination: SpecRule = {
  code: 'DR2132',
  name: 'log-destination',
  severity: Severity.ERROR,
  summary: 'The log group and the region of awslogs are names of one group and one region.',
  reason: 'Nothing else can be made or written to, and the permission to write names exactly this group.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html',
  fields: [
    'containerDefinitions[].logConfiguration.options["awslogs-group"]',
    'containerDefinitions[].logConfiguration.options["awslogs-region"]',
  ],
  check(spec, { at, report }) {
    for (const { log, options } of awslogsOf(spec)) {
      for (const { option, must, pattern, hint } of OPTIONS) {
        const value = options[option];
        if (!value || isTemplate(value) || pattern.test(value)) continue;
        report(shownBy(at, log, 'options'), `must have ${must} as "${option}", got ${quoted(value)}.`, hint);
      }
    }
  },
};
