import { Severity } from '../../../finding/finding';
import { StrategySettings } from '../../../settings/service/scheduling';
import { shiftOf, watchedSteps } from '../../../settings/service/strategy';
import { servedMappings } from '../../../settings/traffic/host-bonds';
import { isWhole } from '../counts';
import { TargetRule } from '../target-rule';

/** What CloudFormation waits for at most; the steps and bake times of a deployment have to end before. */
const MAX_MINUTES = 33 * 60;

/** What Amazon ECS allows for one bake time. */
const MAX_BAKE = 1440;

/** The prop of each share, with its range. */
const PERCENTS = { canary: ['percent', 0.1, 100], linear: ['stepPercent', 3, 100] } as const;

export const deploymentStrategy: TargetRule = {
  code: 'DR4075',
  name: 'deployment-strategy',
  severity: Severity.ERROR,
  summary: 'A strategy that runs both versions at once is for replicas behind a load balancer, and ends in time.',
  reason:
    'A daemon cannot run twice on an instance, requests are shifted by the load balancer, and CloudFormation gives '
    + 'up after 33 hours.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { scheduling } = settings;
    const { strategy } = scheduling ?? {};
    if (!scheduling || !strategy) return;
    const refuse = (must: string, got: string | number, hint: string) =>
      report(at(spec), `scheduling.strategy${must}, got ${got}.`, hint);
    if (strategy.kind !== 'rolling' && scheduling.kind === 'one-per-instance') {refuse(' must be rolling with one task per instance', strategy.kind, 'Leave it out, or use replicas.');} else if ((strategy.kind === 'linear' || strategy.kind === 'canary') && servedMappings(spec, settings).length === 0) {
      refuse(
        ' must be rolling or blue-green without a load balancer', strategy.kind, 'Leave it out, or add a listener.',
      );
    } else {
      for (const [must, got, hint] of outside(strategy)) refuse(must, got, hint);
    }
  },
};

type Broken = readonly [must: string, got: number, hint: string];

function outside(strategy: StrategySettings): Broken[] {
  const { kind, bakeMinutes = 0, percent, stepBakeMinutes = 0 } = strategy;
  const times = [['bakeTime', bakeMinutes], ['stepBakeTime', stepBakeMinutes]] as const;
  const broken = times.filter(([, value]) => !isWhole(value, 0, MAX_BAKE));
  if (broken.length > 0) {
    return broken.map(([key, value]) => [
      `.${key} must be between 0 and ${MAX_BAKE} whole minutes`, value, 'Use 10 minutes.',
    ]);
  }
  if (kind !== 'canary' && kind !== 'linear') return [];
  const [prop, low, high] = PERCENTS[kind];
  if (percent !== undefined && !isTenths(percent, low, high)) {
    return [[`.${prop} must be between ${low} and ${high}, in tenths`, percent, 'Use 10.']];
  }
  const shift = shiftOf(strategy);
  const total = shift.bakeMinutes + watchedSteps(shift) * shift.stepBakeMinutes;
  return total <= MAX_MINUTES
    ? []
    : [[` must end within ${MAX_MINUTES} minutes`, total, 'Shorten its bake times or make its steps larger.']];
}

function isTenths(value: number, low: number, high: number): boolean {
  return value >= low && value <= high && Math.round(value * 10) / 10 === value;
}
