import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import { SchedulingSettings } from '../core/settings/service/scheduling';
import { onePerInstanceSettings, replicaSettings } from '../shared/settings/scheduling-settings';
import { ReplicaOptions } from './replica-props';
import { OnePerInstanceOptions } from './scheduling-props';

/** Properties of everything that runs tasks. */
export interface ScheduledProps {
  /**
   * How many tasks run, and where.
   *
   * @default Scheduling.onePerInstance()
   */
  readonly scheduling?: Scheduling;
}

/**
 * How many tasks run, and where.
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
    return new Scheduling(onePerInstanceSettings(options), options.deploymentAlarms ?? []);
  }

  /**
   * A number of tasks, wherever there is room for them: the number of instances follows that of the tasks. Host ports
   * that a listener leads to are picked by the instance, so that it can run the task more than once.
   *
   * @param options how many there are, what scales them, and how they are replaced
   */
  public static replicas(options: ReplicaOptions = {}): Scheduling {
    return new Scheduling(replicaSettings(options), options.deploymentAlarms ?? [], options.strategy?._role);
  }

  private constructor(
    private readonly settings: SchedulingSettings,
    private readonly alarms: cloudwatch.IAlarm[],
    private readonly role?: iam.IRole,
  ) {}

  /** @internal */
  public get _deploymentAlarms(): cloudwatch.IAlarm[] {
    return this.alarms;
  }

  /** @internal */
  public get _strategyRole(): iam.IRole | undefined {
    return this.role;
  }

  /** @internal */
  public _settings(): SchedulingSettings {
    return this.settings;
  }
}
