import { Duration } from 'aws-cdk-lib/core';
import { DeploymentSettings } from '../core/settings/beanstalk/beanstalk';
import { plain } from '../shared/settings/tokens';

/** How many instances change at a time: a part of them, or a number. */
export interface BatchOptions {
  /**
   * The part of the instances, in percent.
   *
   * @default 50
   */
  readonly batchPercent?: number;

  /**
   * The number of instances, instead of a part of them.
   *
   * @default - `batchPercent` says it
   */
  readonly batchSize?: number;
}

/** Options of `BeanstalkDeployment.trafficSplitting`. */
export interface TrafficSplittingOptions {
  /**
   * The part of the requests that the new version gets first, in percent.
   *
   * @default 10
   */
  readonly newVersionPercent?: number;

  /**
   * How long it is watched before it gets all of them, from 3 minutes to 10 hours.
   *
   * @default Duration.minutes(5)
   */
  readonly evaluationTime?: Duration;
}

/**
 * How a new version replaces the old one.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.rolling-version-deploy.html
 */
export class BeanstalkDeployment {
  /** On all instances at once, which is a short outage. */
  public static allAtOnce(): BeanstalkDeployment {
    return new BeanstalkDeployment({ policy: 'AllAtOnce' });
  }

  /**
   * A batch of instances after the other, each out of service meanwhile.
   *
   * @param options how large a batch is
   */
  public static rolling(options: BatchOptions = {}): BeanstalkDeployment {
    return new BeanstalkDeployment({ policy: 'Rolling', ...batchSettings(options) });
  }

  /**
   * A batch after the other, with one more batch of instances for that time, so that as many serve as before.
   *
   * @param options how large a batch is
   */
  public static rollingWithAdditionalBatch(options: BatchOptions = {}): BeanstalkDeployment {
    return new BeanstalkDeployment({ policy: 'RollingWithAdditionalBatch', ...batchSettings(options) });
  }

  /** On as many new instances, which replace the old ones once all of them are well. */
  public static immutable(): BeanstalkDeployment {
    return new BeanstalkDeployment({ policy: 'Immutable' });
  }

  /**
   * On as many new instances, which first get a part of the requests; taken back when they fail.
   *
   * @param options how large that part is, and for how long
   */
  public static trafficSplitting(options: TrafficSplittingOptions = {}): BeanstalkDeployment {
    const newVersionPercent = plain('deployment.newVersionPercent', options.newVersionPercent);
    const evaluationMinutes = plain(
      'deployment.evaluationTime', options.evaluationTime?.toMinutes({ integral: false }),
    );
    return new BeanstalkDeployment({ policy: 'TrafficSplitting', newVersionPercent, evaluationMinutes });
  }

  /** @internal */
  public readonly _settings: DeploymentSettings;

  private constructor(settings: DeploymentSettings) {
    this._settings = settings;
  }
}

function batchSettings({ batchPercent, batchSize }: BatchOptions): Omit<DeploymentSettings, 'policy'> {
  const isFixed = batchSize !== undefined;
  return { batchSize: plain('deployment.batchSize', isFixed ? batchSize : batchPercent), batchIsFixed: isFixed };
}
