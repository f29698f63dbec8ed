import { BundleRules, deploymentFields, NativeOption, splittingFields } from '../../settings/beanstalk/beanstalk';
import { BeanstalkShape } from '../../settings/beanstalk/beanstalk-shape';
import { Settled } from '../../settings/fields/field';
import { Setting } from '../../settings/setting';
import { PeriodicTaskSettings, daemonFields } from '../../settings/worker/worker';
import { Decision } from '../decision';
import { RegistryAuthPlan } from '../ecs/instances/boot-plan';
import { GroupPlan } from '../ecs/instances/capacity';
import { MixedInstancesPlan } from '../ecs/instances/launch-plan';
import { AccessLogsPlan, FrontPlan, NetworkPlan, NlbPlan, TaskPlan, VariablePlan } from '../ecs/plan';
import { GroupScalingPlan, TriggerPlan } from '../ecs/service/service-plan';
import { QueuePlan } from '../ecs/service/worker';
import { PlatformPlan } from './platform';

/** What will be deployed to Elastic Beanstalk. Nothing in it is optional: every default is resolved. */
export interface BeanstalkPlan extends Pick<TaskPlan, 'executionRoleArn' | 'pulls'> {
  readonly target: 'beanstalk';
  readonly tier: 'WebServer' | 'Worker';
  readonly shape: BeanstalkShape;
  readonly platform: PlatformPlan;
  readonly network: NetworkPlan;
  /** Whether instances have public addresses. */
  readonly publicInstances: boolean;
  /**
   * The listeners for requests that the options describe, or the ports of a single instance; null when there are none.
   */
  readonly front: FrontPlan | null;
  /** The load balancer that passes connections on; null when there is none. */
  readonly networkFront: NlbPlan | null;
  /** Where the load balancer logs requests; null when it does not. */
  readonly accessLogs: AccessLogsPlan | null;
  readonly processes: readonly ProcessPlan[];
  /** Whether the instances keep the security group that Beanstalk makes for them. */
  readonly defaultGroup: boolean;
  readonly bundleRules: readonly BundleRules[];
  /** The ports of listeners that there were once. */
  readonly retiredListeners: readonly number[];
  /** Null for an environment that answers requests. */
  readonly queue: DaemonQueuePlan | null;
  readonly capacity: InstancesPlan;
  readonly scaling: InstanceScalingPlan;
  readonly deployment: DeploymentPlan;
  readonly logRetention: number;
  /** The start of the weekly update of the platform: a day and a time in UTC. */
  readonly updateTime: string;
  readonly notifications: NotificationsPlan;
  readonly variables: VariablesPlan;
  /** The file with registry credentials that the platform reads; null for none. */
  readonly registryAuth: RegistryAuthPlan | null;
  /** The options that have no prop, which take the place of usual ones. */
  readonly native: readonly NativeOption[];
  readonly decisions: readonly Decision[];
}

/** A port of the instances that requests go to. */
export interface ProcessPlan {
  readonly name: string;
  readonly hostPort: number;
  /** The key of the route that leads to it. */
  readonly route: string;
}

export interface InstancesPlan extends GroupPlan {
  /** Whether there is just one instance and nothing that scales. */
  readonly single: boolean;
  readonly mixed: MixedInstancesPlan;
  readonly rootVolumeSize: Setting<number>;
  readonly detailedMonitoring: boolean;
  readonly keyPair: boolean;
}

export interface InstanceScalingPlan extends Pick<GroupScalingPlan, 'cooldown' | 'schedules'> {
  readonly trigger: InstanceTriggerPlan;
  /** The names of schedules that there were once. */
  readonly retiredSchedules: readonly string[];
}

export interface InstanceTriggerPlan extends TriggerPlan {
  readonly breachDuration: number;
}

export interface NotificationsPlan {
  /** The address that gets events by mail; empty for none. */
  readonly email: Setting<string>;
  /** Whether the user brings the topic. */
  readonly ownTopic: boolean;
}

/** How versions replace each other. */
export interface DeploymentPlan
  extends Pick<Settled<typeof deploymentFields>, 'policy' | keyof typeof splittingFields> {
  readonly batchSizeType: 'Fixed' | 'Percentage';
  readonly batchSize: number;
}

/** The variables of every container. */
export interface VariablesPlan {
  readonly properties: readonly VariablePlan[];
  /** Those whose values are secrets. */
  readonly secrets: readonly string[];
  /** Those that there were once. */
  readonly retired: readonly string[];
}

/** The queue of a worker environment, and how the daemon of Beanstalk posts its messages to host port 80. */
export interface DaemonQueuePlan extends QueuePlan, Settled<typeof daemonFields> {
  readonly inactivityTimeout: number;
  readonly periodicTasks: readonly PeriodicTaskSettings[];
  /** Whether the version gets a `cron.yaml` with these tasks; otherwise that of the bundle says all. */
  readonly writesCron: boolean;
}
