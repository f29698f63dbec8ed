import { Severity } from '../../finding/finding';
import { awslogsOf } from '../log-options';
import { SpecRule } from '../spec-rule';
import { shownBy } from '../wording';

export const missingLogGroup: SpecRule = {
  code: 'DR2127',
  name: 'missing-log-group',
  severity: Severity.ERROR,
  summary: 'Every awslogs log configuration names its log group.',
  reason: 'Amazon ECS refuses the task definition: "Log driver awslogs requires options: awslogs-group".',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  fields: ['containerDefinitions[].logConfiguration.options["awslogs-group"]'],
  check(spec, { at, report }) {
    for (const { log, options } of awslogsOf(spec)) {
      if (options['awslogs-group']) continue;
      report(
        shownBy(at, log, 'logDriver'), 'must have the option "awslogs-group" when the driver is awslogs, got none.',
        'Add "awslogs-group": "/my-app/web" to "options", or remove "logConfiguration".',
      );
    }
  },
};
