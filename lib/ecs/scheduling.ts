import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import { onePerInstanceFields, replicaFields, SchedulingSettings } from '../core/settings/service/scheduling';
import { settingsOf } from '../shared/settings/settings-of';
import { ReplicaOptions } from './replica-props';
import { OnePerInstanceOptions } from './scheduling-props';

/** Properties of everything that runs tasks. */
export interface ScheduledProps {
  /**
   * Scheduling of tasks: their number and placement.
   *
   * @default Scheduling.onePerInstance()
   */
  readonly scheduling?: Scheduling;
}

/**
 * Scheduling of tasks: their number and placement.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html
 */
export class Scheduling {
  /**
   * The task once on every instance, as on Elastic Beanstalk: the number of tasks follows that of the instances.
   *
   * @param options what scales the instances, and how tasks are replaced
   */
  public static onePerInstance(options: OnePerInstanceOptions = {}): Scheduling {
    const settings = settingsOf(onePerInstanceFields, options, 'scheduling');
    return new Scheduling({ kind: 'one-per-instance', ...settings }, options.deploymentAlarms);
  }

  /**
   * A number of tasks, wherever there is room for them: the number of instances follows that of the tasks. Host ports
   * that a listener leads to are picked by the instance, so that it can run the task more than once.
   *
   * @param options how many there are, what scales them, and how they are replaced
   */
  public static replicas(options: ReplicaOptions = {}): Scheduling {
    const settings = settingsOf(replicaFields, options, 'scheduling');
    return new Scheduling({ kind: 'replicas', ...settings }, options.deploymentAlarms, options.strategy?._role);
  }

  private constructor(
    /** @internal */ public readonly _settings: SchedulingSettings,
    /** @internal */ public readonly _deploymentAlarms: cloudwatch.IAlarm[] = [],
    /** @internal */ public readonly _strategyRole?: iam.IRole,
  ) {}
}
