import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { ConsumerSettings, daemonFields, dispatcherFields } from '../core/settings/worker/worker';
import { knownName } from '../shared/image-name';
import { settingsOf } from '../shared/settings/settings-of';

/** Options of `WorkerConsumer.dispatcher`. */
export interface DispatcherOptions {
  /**
   * The container that messages are posted to.
   *
   * @default - the one that maps host port 80, or the only one that maps a TCP port
   */
  readonly containerName?: string;

  /**
   * Its port.
   *
   * @default - the one that it maps
   */
  readonly containerPort?: number;

  /**
   * The path that messages are posted to.
   *
   * @default "/"
   */
  readonly path?: string;

  /**
   * The content type of what is posted.
   *
   * @default "application/json"
   */
  readonly contentType?: string;

  /**
   * The memory of the dispatcher, in MiB.
   *
   * @default 64
   */
  readonly memoryLimitMiB?: number;

  /**
   * More variables of the dispatcher.
   *
   * @default - `SQSD_QUEUE_REGION`, `SQSD_QUEUE_URL`, `SQSD_HTTP_URL` and `SQSD_HTTP_CONTENT_TYPE`
   */
  readonly environment?: { readonly [name: string]: string };
}

/** Options of `WorkerConsumer.daemon`. */
export interface DaemonOptions {
  /**
   * The path that messages are posted to.
   *
   * @default "/"
   */
  readonly path?: string;

  /**
   * The content type of what is posted.
   *
   * @default "application/json"
   */
  readonly contentType?: string;

  /**
   * Maximum number of messages that an instance works on at the same time, from 1 to 100.
   *
   * @default 50
   */
  readonly httpConnections?: number;

  /**
   * Connection timeout of the application, from 1 second to 1 minute.
   *
   * @default Duration.seconds(5)
   */
  readonly connectTimeout?: Duration;

  /**
   * Response timeout of the application, from 1 second to 10 hours.
   *
   * @default - a second less than `visibilityTimeout`
   */
  readonly inactivityTimeout?: Duration;

  /**
   * Time after which a message becomes visible again that was not responded to with a 200, up to 12 hours.
   *
   * @default Duration.seconds(2)
   */
  readonly errorVisibilityTimeout?: Duration;
}

/**
 * Consumer of the queue. On Beanstalk, a daemon on the instance takes the messages and posts them to the application.
 */
export class WorkerConsumer {
  /** The containers themselves, with an AWS SDK. Nothing posts to them. */
  public static polls(): WorkerConsumer {
    return new WorkerConsumer({ kind: 'polls' });
  }

  /**
   * A container beside the others that posts each message to one of them and deletes it after a 200, as the daemon of
   * Beanstalk does. In a `BeanstalkEnvironment` that daemon does, so that the container is left out there.
   *
   * @param image a program that reads `SQSD_QUEUE_REGION`, `SQSD_QUEUE_URL`, `SQSD_HTTP_URL` and
   * `SQSD_HTTP_CONTENT_TYPE`
   * @param options where messages go
   */
  public static dispatcher(image: ecs.ContainerImage, options: DispatcherOptions = {}): WorkerConsumer {
    const { contentType, environment } = options;
    const [imageName] = knownName(image);
    const figures = settingsOf(dispatcherFields, options, 'worker.consumer');
    return new WorkerConsumer({ kind: 'dispatcher', ...figures, contentType, imageName }, image, environment);
  }

  /**
   * The daemon of Beanstalk, which posts each message to host port 80 of its instance and deletes it after a 200.
   * Amazon ECS has none, so that only `BeanstalkEnvironment` takes it; both take `dispatcher`, whose place the daemon
   * has there.
   *
   * @param options where messages go, and how patient the daemon is
   * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html
   */
  public static daemon(options: DaemonOptions = {}): WorkerConsumer {
    return new WorkerConsumer({ kind: 'daemon', ...settingsOf(daemonFields, options, 'worker.consumer') });
  }

  /** @internal */
  public readonly _settings: ConsumerSettings;

  /** @internal */
  public readonly _image?: ecs.ContainerImage;

  /** @internal */
  public readonly _environment: { readonly [name: string]: string };

  private constructor(
    settings: ConsumerSettings, image?: ecs.ContainerImage, environment: { readonly [name: string]: string } = {},
  ) {
    this._settings = settings;
    this._image = image;
    this._environment = environment;
  }
}

/**
 * A message that is sent to the queue again and again, as `cron.yaml` has it. Its attributes are those of Beanstalk:
 * `beanstalk.sqsd.task_name`, `beanstalk.sqsd.path` and `beanstalk.sqsd.scheduled_time`.
 *
 * @see
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html#worker-periodictasks
 */
export interface PeriodicTask {
  /** Name of the task, with up to 64 letters, digits and `. _ -`. */
  readonly name: string;

  /** The path that it is for; a dispatcher posts it there if it reads the attribute. */
  readonly url: string;

  /** Schedule: the five fields of cron, in UTC. */
  readonly schedule: string;
}

/**
 * A service that takes its work from a queue.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html
 */
export interface DockerrunWorker {
  /** Consumer of the messages in the queue. */
  readonly consumer: WorkerConsumer;

  /**
   * The queue.
   *
   * @default - a new one, encrypted by Amazon SQS, with a dead-letter queue
   */
  readonly queue?: sqs.IQueue;

  /**
   * The variable of every container that holds the address of the queue.
   *
   * @default "SQS_QUEUE_URL"
   */
  readonly variable?: string;

  /**
   * Visibility timeout: the time after which a message comes back that was received and not deleted, up to 12 hours.
   *
   * @default Duration.minutes(5)
   */
  readonly visibilityTimeout?: Duration;

  /**
   * Retention period of a message, from 1 minute to 14 days.
   *
   * @default Duration.days(4)
   */
  readonly retentionPeriod?: Duration;

  /**
   * Number of times a message is received before it goes to the dead-letter queue, from 1 to 100.
   *
   * @default 10
   */
  readonly maxReceiveCount?: number;

  /**
   * Number of waiting messages for each replica above which more replicas are started, from 1 to 100000.
   *
   * @default - the queue scales nothing
   */
  readonly backlogPerTask?: number;

  /**
   * Messages that are sent again and again. In an environment with a source bundle they stand beside those of its
   * `cron.yaml`, and take the place of those with the same name. The queue must not be a FIFO queue.
   *
   * @default - those of `cron.yaml`, if an environment has such a bundle; otherwise only what somebody sends is in the
   * queue
   */
  readonly periodicTasks?: PeriodicTask[];
}

/** Properties of everything that may take its work from a queue. */
export interface WorkingProps {
  /**
   * The queue that it takes its work from, and who does.
   *
   * @default - it takes none
   */
  readonly worker?: DockerrunWorker;
}
