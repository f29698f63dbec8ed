import { BeanstalkChoices } from './beanstalk/beanstalk';
import { ContainersSettings } from './containers/containers';
import { VolumeReplacements } from './containers/volumes';
import { Facts } from './facts';
import { CapacitySettings, LaunchSettings } from './instances/instances';
import { SourceBundleSettings } from './instances/source-bundle';
import { NetworkSettings } from './network/network';
import { NetworkModeName } from './network/network-modes';
import { Neighbor } from './service/neighbor';
import { ObservabilitySettings } from './service/observability';
import { GroupScheduleSettings, SchedulingSettings } from './service/scheduling';
import { Setting } from './setting';
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
  /** Whether it may take every request that no rule takes, so that it needs no condition. */
  readonly mayBeDefault: boolean;
  /** Whether only requests that come through CloudFront may take it. */
  readonly guarded?: boolean;
}

/** The container that a listener leads to which is there already and passes connections on. */
export interface NetworkRouteSettings extends TargetSettings {
  /** Tells the listener from others: its port, or a hash of its path in the app. */
  readonly listener: string;
  /** Its port; absent when that is not known. */
  readonly port?: number;
  readonly protocol: NetworkProtocol;
  /** Whether the app makes it and may thus say where it leads. */
  readonly isOwned: boolean;
  /** Whether it leads somewhere already. */
  readonly isTaken: boolean;
}

/** What the user of an environment chose, free of CDK objects. Whatever is absent is decided by the plan. */
export interface EnvironmentSettings
  extends
  LoadBalancerSettings,
  NetworkSettings,
  CapacitySettings,
  LaunchSettings,
  ContainersSettings,
  ObservabilitySettings {
  readonly networkMode?: NetworkModeName;
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
  readonly environmentProperties?: Readonly<Record<string, Setting<string>>>;
  readonly scheduling?: SchedulingSettings;
  /** What changes the number of instances by the clock, where another service brought the group. */
  readonly groupSchedules?: readonly GroupScheduleSettings[];
  /** Whether the number of instances follows that of the tasks; absent where the scheduling alone decides. */
  readonly managedScaling?: boolean;
  readonly worker?: WorkerSettings;
  readonly sourceBundle?: SourceBundleSettings;
  /** The volumes that something else takes the place of, by what the props call them. */
  readonly volumes?: VolumeReplacements;
  /** Facts about what the user brings. */
  readonly facts?: Facts;
  /** What only an environment of Elastic Beanstalk has. */
  readonly beanstalk?: BeanstalkChoices;
}
