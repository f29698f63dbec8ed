import { BeanstalkChoices } from './beanstalk/beanstalk';
import { ContainersSettings } from './containers/containers';
import { RepositoriesSettings } from './containers/repositories';
import { environmentFields } from './environment-fields';
import { Facts } from './facts';
import { Given } from './fields/field';
import { Neighbor } from './service/neighbor';
import { GroupScheduleSettings } from './service/scheduling';
import { FrontDoorSettings } from './traffic/front-door';
import { ListenerSettings, RuleSettings, TargetSettings } from './traffic/listener';
import { LoadBalancerSettings } from './traffic/load-balancer';
import { NetworkProtocol } from './traffic/protocols';
import { WorkerSettings } from './worker/worker';

export type { ListenerSettings, RuleSettings, TargetSettings } from './traffic/listener';
export type { HealthCheckSettings } from './traffic/target';
export * from './setting';

/** A rule on a listener that is there already. */
export interface RouteSettings extends RuleSettings {
  /** Tells the listener from others: its port, or a hash of its path in the app. */
  readonly listener: string;
  /** Tells its load balancer from one that would take its place; empty unless something is special about it. */
  readonly balancer?: string;
  /** Whether it may take every request that no rule takes, so that it needs no condition. */
  readonly mayBeDefault: boolean;
  /** Whether only requests that come through CloudFront may take it. */
  readonly guarded?: boolean;
}

/** The container that a listener leads to which is there already and passes connections on. */
export interface NetworkRouteSettings extends TargetSettings {
  /** Tells the listener from others: its port, or a hash of its path in the app. */
  readonly listener: string;
  /** Tells its load balancer from one that would take its place; empty unless something is special about it. */
  readonly balancer?: string;
  /** Its port; absent when that is not known. */
  readonly port?: number;
  readonly protocol: NetworkProtocol;
  /** Whether the app makes it and may thus say where it leads. */
  readonly isOwned: boolean;
  /** Whether it leads somewhere already. */
  readonly isTaken: boolean;
}

/** What the user of an environment chose, free of CDK objects. Whatever is absent is decided by the plan. */
export interface EnvironmentSettings extends Given<typeof environmentFields>, LoadBalancerSettings {
  readonly imageNames?: ContainersSettings['imageNames'];
  readonly listeners?: readonly ListenerSettings[];
  readonly frontDoor?: FrontDoorSettings;
  /** What leads from listeners that are there already. */
  readonly rules?: readonly RouteSettings[];
  /** What leads from listeners that are there already and pass connections on. */
  readonly networkRoutes?: readonly NetworkRouteSettings[];
  /** The listeners that rules may be on; any when absent. */
  readonly sharedListeners?: readonly string[];
  /** The services that run on the same instances. */
  readonly neighbors?: readonly Neighbor[];
  /** What changes the number of instances by the clock, where another service brought the group. */
  readonly groupSchedules?: readonly GroupScheduleSettings[];
  /** Whether the number of instances follows that of the tasks; absent where the scheduling alone decides. */
  readonly managedScaling?: boolean;
  readonly worker?: WorkerSettings;
  /** The repositories of the images, where these are what is made. */
  readonly repositories?: RepositoriesSettings;
  /** Facts about what the user brings. */
  readonly facts?: Facts;
  /** What only an environment of Elastic Beanstalk has. */
  readonly beanstalk?: BeanstalkChoices;
}
