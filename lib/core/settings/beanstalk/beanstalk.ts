import { SettingOrigin } from '../../finding/origin';
import { Setting } from '../setting';
import { PlatformSettings } from './platform';

/** What the user chose about an environment of Elastic Beanstalk that nothing on native ECS corresponds to. */
export interface BeanstalkChoices {
  readonly platform?: PlatformSettings;
  readonly environmentName?: Setting<string>;
  /** What the address of the environment begins with. */
  readonly cnamePrefix?: Setting<string>;
  /** Whether there is one instance, which clients reach without a load balancer. */
  readonly singleInstance?: boolean;
  /** Whether the load balancer is one that the user brings and other environments use too. */
  readonly sharedLoadBalancer?: boolean;
  /** Whether the user brings the topic that gets the events of the environment. */
  readonly notificationsTopic?: boolean;
  /** Who gets them by mail. */
  readonly notificationsEmail?: Setting<string>;
  /** The variables of every container whose values are secrets. */
  readonly environmentSecrets?: readonly string[];
  /** The environment properties that there were once. */
  readonly retiredEnvironmentProperties?: readonly string[];
  /** The names of schedules that there were once. */
  readonly retiredSchedules?: readonly string[];
  /** The ports of listeners that there were once. */
  readonly retiredListeners?: readonly number[];
  readonly deployment?: DeploymentSettings;
  /** When the platform is updated: a day and a time in UTC. */
  readonly updateTime?: string;
  /** What the bundle makes by names of its own, whatever props say. */
  readonly shipped?: { readonly schedules: readonly string[]; readonly listeners: readonly number[] };
  readonly bundleRules?: readonly BundleRules[];
  /** Whether a file of the bundle means the security group that Beanstalk makes for the instances. */
  readonly defaultGroup?: boolean;
  /** Options without a prop, which the environment gets as they are. */
  readonly options?: readonly NativeOption[];
}

/** Rules of a file in the bundle that let the load balancer in to the instances. */
export interface BundleRules {
  readonly file: string;
  readonly text: string;
  /** The port of each, and where it stands. */
  readonly rules: readonly { readonly port: number; readonly start: number; readonly end: number }[];
}

/** One option of Elastic Beanstalk. */
export interface NativeOption {
  readonly namespace: string;
  readonly name: string;
  /** What it is about, such as a scheduled action; empty for the environment itself. */
  readonly resource: string;
  readonly value: string;
  /** The file and the line that set it. */
  readonly origin: SettingOrigin;
}

/** How a new version replaces the old one. */
export interface DeploymentSettings {
  readonly policy: 'AllAtOnce' | 'Rolling' | 'RollingWithAdditionalBatch' | 'Immutable' | 'TrafficSplitting';
  /** How many instances at a time, in percent unless `batchIsFixed`. */
  readonly batchSize?: number;
  readonly batchIsFixed?: boolean;
  /** The share of requests that the new version gets first. */
  readonly newVersionPercent?: number;
  readonly evaluationMinutes?: number;
}

/** As many as the default of native ECS: half of the instances serve while the others change. */
export const DEPLOYMENT = { policy: 'Rolling', batchSize: 50 } as const;

/** What Beanstalk takes where traffic splitting says nothing. */
export const TRAFFIC_SPLITTING = { newVersionPercent: 10, evaluationMinutes: 5 } as const;

/** Managed updates want a time; this one is in the night of Europe and America. */
export const UPDATE_TIME = 'Tue:05:00';
