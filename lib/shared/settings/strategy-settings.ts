import { Duration } from 'aws-cdk-lib/core';
import { StrategyName, StrategySettings } from '../../core/settings/service/scheduling';
import { CanaryOptions } from '../../ecs/rollout-strategy-props';
import { plain } from './tokens';

/** Options of a strategy without CDK objects. */
export function strategySettings(
  kind: StrategyName, { percent, bakeTime, stepBakeTime, role }: CanaryOptions,
): StrategySettings {
  return {
    kind,
    percent: plain(`scheduling.strategy.${kind === 'linear' ? 'stepPercent' : 'percent'}`, percent),
    bakeMinutes: plainMinutes('scheduling.strategy.bakeTime', bakeTime),
    stepBakeMinutes: plainMinutes('scheduling.strategy.stepBakeTime', stepBakeTime),
    ownRole: role !== undefined,
  };
}

/** Parts of a minute are kept, so that the rules can refuse them by the name of their prop. */
function plainMinutes(prop: string, duration: Duration | undefined): number | undefined {
  return duration && plain(prop, duration.toMinutes({ integral: false }));
}
