import { Severity } from '../../../finding/finding';
import { runsTwice } from '../../../settings/service/scheduling';
import { TargetRule } from '../target-rule';

export const unwatchedDeployment: TargetRule = {
  code: 'DR4086',
  name: 'unwatched-deployment',
  severity: Severity.WARNING,
  summary: 'Alarms watch a deployment in which both versions run at once.',
  reason:
    'Without one, a bake time only waits: a version whose tasks come up but answer with errors gets all requests, '
    + 'unless somebody stops the deployment by hand.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, { scheduling, alarms }, { at, report }) {
    if (
      scheduling?.kind !== 'replicas'
      || !runsTwice(scheduling)
      || (scheduling.deploymentAlarms ?? 0) > 0
      || alarms?.rollbackOnUnhealthyHosts
    ) {
      return;
    }
    report(
      at(spec),
      `scheduling.deploymentAlarms should name an alarm with the strategy ${scheduling.strategy!.kind}, got none: `
        + 'nothing takes a bad version back while it bakes.',
      'Give an alarm on what your clients notice, such as answers with 5xx.', ['scheduling.deploymentAlarms'],
    );
  },
};
