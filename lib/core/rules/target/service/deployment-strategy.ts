import { Severity } from '../../../finding/finding';
import { shiftOf, watchedSteps } from '../../../settings/service/strategy';
import { servedMappings } from '../../../settings/traffic/host-bonds';
import { TargetRule } from '../target-rule';

/** What CloudFormation waits for at most; the steps and bake times of a deployment have to end before. */
const MAX_MINUTES = 33 * 60;

export const deploymentStrategy: TargetRule = {
  code: 'DR4075',
  name: 'deployment-strategy',
  severity: Severity.ERROR,
  summary: 'A strategy that shifts requests step by step is for a service behind a load balancer, and ends in time.',
  reason: 'Requests are shifted by the load balancer, and CloudFormation gives up after 33 hours.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { scheduling } = settings;
    if (scheduling?.kind !== 'replicas' || !scheduling.strategy) return;
    const { kind } = scheduling.strategy;
    const refuse = (must: string, got: string | number, hint: string) =>
      report(at(spec), `scheduling.strategy must ${must}, got ${got}.`, hint, ['scheduling.strategy']);
    if ((kind === 'linear' || kind === 'canary') && servedMappings(spec, settings).length === 0) {
      refuse('be rolling or blue-green without a load balancer', kind, 'Leave it out, or add a listener.');
    }
    const shift = shiftOf(scheduling.strategy);
    const total = shift.bakeTime + watchedSteps(shift) * shift.stepBakeTime;
    if (total > MAX_MINUTES) {
      refuse(`end within ${MAX_MINUTES} minutes`, total, 'Shorten its bake times or make its steps larger.');
    }
  },
};
