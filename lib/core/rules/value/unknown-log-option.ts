import { Severity } from '../../finding/finding';
import { didYouMean, oneOf } from '../../finding/suggest';
import { awslogsOf } from '../log-options';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

const KNOWN = [
  'awslogs-group',
  'awslogs-region',
  'awslogs-stream-prefix',
  'awslogs-create-group',
  'awslogs-datetime-format',
  'awslogs-multiline-pattern',
  'awslogs-endpoint',
  'mode',
  'max-buffer-size',
  'tag',
];

export const unknownLogOption: SpecRule = {
  code: 'DR2130',
  name: 'unknown-log-option',
  severity: Severity.WARNING,
  summary: 'Every option of the awslogs driver is one that the driver documents.',
  reason: 'Amazon ECS may refuse an option that it does not know: "Log driver awslogs disallows options".',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  fields: ['containerDefinitions[].logConfiguration.options'],
  check(spec, { sources, report }) {
    for (const { options } of awslogsOf(spec)) {
      for (const key of Object.keys(options).filter((candidate) => !KNOWN.includes(candidate))) {
        report(
          sources.keyPlace(options, key), `must be an option of the awslogs driver, got ${quoted(key)}.`,
          didYouMean(key, KNOWN).trim() || `Remove it; the driver has ${oneOf(KNOWN, 'and')}.`,
        );
      }
    }
  },
};
