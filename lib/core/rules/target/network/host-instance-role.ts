import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const hostInstanceRole: TargetRule = {
  code: 'DR4015',
  name: 'host-instance-role',
  severity: Severity.WARNING,
  summary: 'Containers cannot act as their instance.',
  reason:
    'In host mode they stand on the network of the instance, where the metadata service gives everybody the '
    + 'credentials of the instance role.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  fields: [],
  concerns: 'task',
  target: 'ecs',
  check(spec, { networkMode }, { at, report }) {
    if (networkMode !== 'host') return;
    report(
      at(spec),
      'in host mode containers can get the credentials of the instance role from the metadata service.',
      'Use networkMode bridge or awsvpc, if the containers are not trusted that far.', ['networkMode'],
    );
  },
};
