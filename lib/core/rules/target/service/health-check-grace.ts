import { Severity } from '../../../finding/finding';
import { hasTargets } from '../../../settings/service/alarm-measures';
import { TargetRule } from '../target-rule';

export const healthCheckGrace: TargetRule = {
  code: 'DR4172',
  name: 'health-check-grace',
  severity: Severity.ERROR,
  summary: 'A health check grace period is for a service behind a load balancer.',
  reason: 'Amazon ECS refuses the service otherwise.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const seconds = settings.scheduling?.healthCheckGracePeriod;
    if (seconds === undefined || hasTargets(settings)) return;
    report(
      at(spec),
      'scheduling.healthCheckGracePeriod must be left out where no load balancer leads to the service, got '
        + `${seconds} seconds.`,
      'Remove it, or add a listener.', ['scheduling.healthCheckGracePeriod'],
    );
  },
};
