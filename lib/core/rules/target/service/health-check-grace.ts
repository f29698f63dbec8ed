import { Severity } from '../../../finding/finding';
import { hasTargets } from '../../../settings/service/alarm-measures';
import { isWhole } from '../counts';
import { TargetRule } from '../target-rule';

const MAX_SECONDS = 2_147_483_647;

export const healthCheckGrace: TargetRule = {
  code: 'DR4172',
  name: 'health-check-grace',
  severity: Severity.ERROR,
  summary:
    'A health check grace period is a whole number of seconds that Amazon ECS takes, for a service behind a load '
    + 'balancer.',
  reason: 'Amazon ECS refuses the service otherwise.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const seconds = settings.scheduling?.healthCheckGraceSeconds;
    if (seconds === undefined) return;
    if (!isWhole(seconds, 0, MAX_SECONDS)) {
      report(
        at(spec),
        `scheduling.healthCheckGracePeriod must be a whole number between 0 and ${MAX_SECONDS} seconds, got `
          + `${seconds}.`,
        'Use as long as the application takes to start.',
      );
    } else if (!hasTargets(settings)) {
      report(
        at(spec),
        'scheduling.healthCheckGracePeriod must be left out where no load balancer leads to the service, got '
          + `${seconds} seconds.`,
        'Remove it, or add a listener.',
      );
    }
  },
};
