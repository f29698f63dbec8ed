import { Severity } from '../../../finding/finding';
import { HEALTH_CHECK } from '../../../settings/defaults';
import { targetsOf } from '../../../settings/listeners';
import { HealthCheckSettings, TargetSettings } from '../../../settings/settings';
import { TargetRule } from '../target-rule';

type Range = readonly [min: number, max: number];

const TARGET_RANGES: Readonly<Record<string, Range>> = {
  deregistrationDelaySeconds: [0, 3600],
  stickinessSeconds: [1, 604800],
  slowStartSeconds: [30, 900],
};

const HEALTH_CHECK_RANGES: Readonly<Record<string, Range>> = {
  intervalSeconds: [5, 300],
  timeoutSeconds: [2, 120],
  healthyThresholdCount: [2, 10],
  unhealthyThresholdCount: [2, 10],
};

/** The prop that a number of seconds comes from. */
const PROPS: Readonly<Record<string, string>> = { stickinessSeconds: 'stickinessCookieDuration', intervalSeconds: 'interval', timeoutSeconds: 'timeout' };

export const invalidTargetSetting: TargetRule = {
  code: 'DR4023',
  name: 'invalid-target-setting',
  severity: Severity.ERROR,
  summary: 'Health checks, delays and stickiness are within the ranges of the load balancer.',
  reason: 'The load balancer refuses the target group otherwise.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    for (const { prop, target } of targetsOf(settings)) {
      const broken = [...outside(prop, target, TARGET_RANGES), ...outside(`${prop}.healthCheck`, target.healthCheck ?? {}, HEALTH_CHECK_RANGES)];
      for (const [message, hint] of broken) report(at(spec), message, hint);
      const { intervalSeconds = HEALTH_CHECK.intervalSeconds, timeoutSeconds = HEALTH_CHECK.timeoutSeconds } = target.healthCheck ?? {};
      if (broken.length > 0 || timeoutSeconds < intervalSeconds) continue;
      report(at(spec), `${prop}.healthCheck.timeout must be shorter than its interval of ${intervalSeconds} seconds, got ${timeoutSeconds}.`,
        'Lengthen the interval or shorten the timeout.');
    }
  },
};

function outside(prop: string, values: TargetSettings | HealthCheckSettings, ranges: Readonly<Record<string, Range>>): [string, string][] {
  return Object.entries(ranges).flatMap(([key, [min, max]]): [string, string][] => {
    const value = (values as Readonly<Record<string, unknown>>)[key];
    if (typeof value !== 'number' || (Number.isInteger(value) && value >= min && value <= max)) return [];
    const name = PROPS[key] ?? key.replace(/Seconds$/, '');
    const unit = key.endsWith('Seconds') ? ' seconds' : '';
    if (value > min && value < max) return [[`${prop}.${name} must be a whole number${unit && ' of seconds'}, got ${value}.`, `Use ${Math.round(value)}.`]];
    return [[`${prop}.${name} must be between ${min} and ${max}${unit}, got ${value}.`, `Use ${value < min ? `at least ${min}` : `at most ${max}`}${unit}.`]];
  });
}
