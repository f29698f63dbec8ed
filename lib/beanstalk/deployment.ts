import { Duration } from 'aws-cdk-lib/core';
import { deploymentFields, DeploymentSettings } from '../core/settings/beanstalk/beanstalk';
import { settingsOf } from '../shared/settings/settings-of';

/** Size of a batch of instances: a percentage or a number. */
export interface BatchOptions {
  /**
   * The part of the instances, in percent from 1 to 100.
   *
   * @default 50
   */
  readonly batchPercent?: number;

  /**
   * The number of instances, from 1 to 10000, instead of a part of them.
   *
   * @default - `batchPercent` says it
   */
  readonly batchSize?: number;
}

/** Options of `BeanstalkDeployment.trafficSplitting`. */
export interface TrafficSplittingOptions {
  /**
   * The part of the requests that the new version gets first, in percent from 1 to 100.
   *
   * @default 10
   */
  readonly newVersionPercent?: number;

  /**
   * Evaluation time before the new version gets all requests, in whole minutes, from 3 minutes to 10 hours.
   *
   * @default Duration.minutes(5)
   */
  readonly evaluationTime?: Duration;
}

/**
 * Deployment policy of an environment.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.rolling-version-deploy.html
 */
export class BeanstalkDeployment {
  /** On all instances at once, which is a short outage. */
  public static allAtOnce(): BeanstalkDeployment {
    return new BeanstalkDeployment('AllAtOnce');
  }

  /**
   * A batch of instances after the other, each out of service meanwhile.
   *
   * @param options how large a batch is
   */
  public static rolling(options: BatchOptions = {}): BeanstalkDeployment {
    return new BeanstalkDeployment('Rolling', options);
  }

  /**
   * A batch after the other, with one more batch of instances for that time, so that as many serve as before.
   *
   * @param options how large a batch is
   */
  public static rollingWithAdditionalBatch(options: BatchOptions = {}): BeanstalkDeployment {
    return new BeanstalkDeployment('RollingWithAdditionalBatch', options);
  }

  /** On as many new instances, which replace the old ones once all of them are well. */
  public static immutable(): BeanstalkDeployment {
    return new BeanstalkDeployment('Immutable');
  }

  /**
   * On as many new instances, which first get a part of the requests; taken back when they fail.
   *
   * @param options how large that part is, and for how long
   */
  public static trafficSplitting(options: TrafficSplittingOptions = {}): BeanstalkDeployment {
    return new BeanstalkDeployment('TrafficSplitting', options);
  }

  /** @internal */
  public readonly _settings: DeploymentSettings;

  private constructor(policy: DeploymentSettings['policy'], options: BatchOptions & TrafficSplittingOptions = {}) {
    this._settings = settingsOf(deploymentFields, { ...options, policy }, 'deployment');
  }
}
