import { RegistryAuthPlan } from '../plan/boot-plan';
import { Decision } from '../plan/decision';
import { AccessLogsPlan, CapacityPlan, FrontPlan, NlbPlan, NetworkPlan, TaskPlan } from '../plan/plan';
import { BeanstalkShape } from '../settings/beanstalk-shape';
import { Settled } from '../settings/fields/field';
import { daemonFields, workerFields } from '../settings/fields/worker';
import { PeriodicTaskSettings } from '../settings/worker';
import { OptionPlan } from './option';

/** What will be deployed to Elastic Beanstalk. Nothing in it is optional. */
export interface BeanstalkPlan extends Pick<TaskPlan, 'executionRoleArn' | 'pulls'> {
  readonly target: 'beanstalk';
  readonly tier: 'WebServer' | 'Worker';
  readonly shape: BeanstalkShape;
  readonly network: NetworkPlan;
  /** The listeners for requests that the options describe, or the ports of a single instance; null when there are none. */
  readonly front: FrontPlan | null;
  /** The load balancer that passes connections on; null when there is none. */
  readonly networkFront: NlbPlan | null;
  /** Null for an environment that answers requests. */
  readonly queue: QueuePlan | null;
  readonly capacity: Pick<CapacityPlan, 'instanceType' | 'architecture' | 'minCapacity' | 'maxCapacity' | 'scaling'>;
  /** The file with registry credentials that the platform reads; null for none. */
  readonly registryAuth: RegistryAuthPlan | null;
  /** Where the load balancer logs requests; null when it does not. */
  readonly accessLogs: AccessLogsPlan | null;
  readonly processes: readonly ProcessPlan[];
  readonly options: readonly OptionPlan[];
  /** The files that the version needs beside those of the user, by their paths in the bundle. */
  readonly extensions: Readonly<Record<string, string>>;
  readonly decisions: readonly Decision[];
}

/** A port of the instances that requests go to. */
export interface ProcessPlan {
  readonly name: string;
  readonly hostPort: number;
  /** The key of the route that leads to it. */
  readonly route: string;
}

/** The queue of a worker environment, and how the daemon of Beanstalk posts its messages to host port 80. */
export interface QueuePlan extends Omit<Settled<typeof workerFields>, 'backlogPerTask'>, Settled<typeof daemonFields> {
  readonly queue: 'new' | 'given';
  readonly inactivityTimeout: number;
  readonly periodicTasks: readonly PeriodicTaskSettings[];
}
