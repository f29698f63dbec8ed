import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const taskRole: TargetRule = {
  code: 'DR4007',
  name: 'task-role',
  severity: Severity.INFO,
  summary: 'Containers get their AWS permissions from the task role.',
  reason: 'On Beanstalk containers act as the instance profile; here they act as the task role, which starts empty.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  fields: [],
  concerns: 'task',
  target: 'ecs',
  check(spec, { taskRole: given }, { at, report }) {
    if (given) return;
    report(
      at(spec, 'containerDefinitions'),
      'get their AWS permissions from the task role, which starts empty; on Beanstalk they had those of the instance '
        + 'profile.',
      'Grant what they use to it, as in bucket.grantRead(environment.taskRole), or pass a taskRole that has it.',
      ['taskRole'],
    );
  },
};
