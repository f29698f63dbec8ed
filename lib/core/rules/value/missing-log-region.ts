import { Severity } from '../../finding/finding';
import { awslogsOf } from '../log-options';
import { SpecRule } from '../spec-rule';
import { shownBy } from '../wording';

export const missingLogRegion: SpecRule = {
  code: 'DR2128',
  name: 'missing-log-region',
  severity: Severity.WARNING,
  summary: 'Every awslogs log configuration names its region.',
  reason:
    'Amazon ECS documents the option as required. Docker on EC2 falls back on the region of the instance, if it can '
    + 'read it.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  fields: ['containerDefinitions[].logConfiguration.options["awslogs-region"]'],
  check(spec, { at, report }) {
    for (const { log, options } of awslogsOf(spec)) {
      if (options['awslogs-region']) continue;
      report(
        shownBy(at, log, 'logDriver'), 'must have the option "awslogs-region" when the driver is awslogs, got none.',
        'Add "awslogs-region": "us-east-1", with the region of the log group, to "options".',
      );
    }
  },
};
