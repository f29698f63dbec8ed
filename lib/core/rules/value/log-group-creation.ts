import { Severity } from '../../finding/finding';
import { awslogsOf } from '../log-options';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

const KEY = 'awslogs-create-group';

export const logGroupCreation: SpecRule = {
  code: 'DR2129',
  name: 'log-group-creation',
  severity: Severity.ERROR,
  summary: 'awslogs-create-group is "true" or absent.',
  reason: 'Amazon ECS refuses every other value, "false" included.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  fields: ['containerDefinitions[].logConfiguration.options["awslogs-create-group"]'],
  check(spec, { at, report }) {
    for (const { log, options } of awslogsOf(spec)) {
      const value = options[KEY];
      if (value === undefined || value === 'true') continue;
      report(
        at(log, 'options', KEY), `must be "true" or absent, got ${quoted(value)}.`,
        'Remove it; a log group is made only on "true".',
      );
    }
  },
};
