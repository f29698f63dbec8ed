import * as iam from 'aws-cdk-lib/aws-iam';
import { StrategyName, strategyFields, StrategySettings } from '../core/settings/service/strategy';
import { settingsOf } from '../shared/settings/settings-of';
import { BlueGreenOptions, CanaryOptions, LinearOptions, RollingOptions } from './rollout-strategy-props';

/**
 * Rollout strategy of replicas: the way traffic shifts from the old version to the new one.
 *
 * All but `rolling` start the whole new version beside the old one, behind a second target group of each route, and
 * move requests by the weights of its listener rule (of its listener, on a Network Load Balancer, where every shift
 * takes ten minutes more). The instances have to hold both versions at once, which is checked. A version whose tasks do
 * not come up is taken back; give `deploymentAlarms` to find one whose tasks do, but answer with errors.
 *
 * Amazon ECS changes the weights itself, and the template does not follow: CloudFormation reports them as drift, and
 * sets them back whenever it updates that rule. So change the priority of a rule only after a deployment that ended in
 * the first target group, or together with its conditions, which makes a new rule.
 *
 * A service that rolled before needs one deployment with `rolling({ secondTargetGroups: true })` in between; do the
 * same on the way back.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html
 */
export class RolloutStrategy {
  /**
   * A few tasks are replaced at a time, in the room that there is.
   *
   * @param options how long alarms are watched afterwards
   */
  public static rolling(options: RollingOptions = {}): RolloutStrategy {
    return RolloutStrategy.of('rolling', options);
  }

  /**
   * All requests move at once, when every task of the new version is healthy. Without a load balancer, both versions
   * work until the bake time is over.
   *
   * @param options how long both versions run
   */
  public static blueGreen(options: BlueGreenOptions = {}): RolloutStrategy {
    return RolloutStrategy.of('blue-green', options);
  }

  /**
   * Requests move in equal steps. The service needs a load balancer.
   *
   * @param options how large the steps are, and how long each is watched
   */
  public static linear(options: LinearOptions = {}): RolloutStrategy {
    return RolloutStrategy.of('linear', options);
  }

  /**
   * A few requests try the new version before all others follow. The service needs a load balancer.
   *
   * @param options how many are the first, and for how long
   */
  public static canary(options: CanaryOptions = {}): RolloutStrategy {
    return RolloutStrategy.of('canary', options);
  }

  private static of(kind: StrategyName, options: RollingOptions & LinearOptions & CanaryOptions): RolloutStrategy {
    return new RolloutStrategy({ ...settingsOf(strategyFields, options, 'scheduling.strategy'), kind }, options.role);
  }

  private constructor(
    /** @internal */ public readonly _settings: StrategySettings,
    /** @internal */ public readonly _role?: iam.IRole,
  ) {}
}
