import { SettingOrigin } from '../../finding/origin';
import { WEEKLY } from '../../options/catalogue/operations';
import { MAX_PORT } from '../../spec/fields/network';
import { choice, count, flag, Given, group, listOf, minutes, names, own, presence, text } from '../fields/field';
import { PlatformSettings } from './platform';

const MANAGED = 'aws:elasticbeanstalk:managedactions';
const SPLITTING = 'aws:elasticbeanstalk:trafficsplitting';
const TOPICS = 'aws:elasticbeanstalk:sns:topics';

const NAME = /^[a-z\d]([a-z\d-]*[a-z\d])?$/i;

const name = (longest: number) => text({
  pattern: new RegExp(`^(?=.{4,${longest}}$)${NAME.source.slice(1)}`, 'i'),
  words: `4 to ${longest} letters, digits and hyphens with no hyphen at an end`,
});

/** How large a batch of instances is: a part of them, or a number. */
export const batchFields = {
  /** As many as the default of native ECS: half of the instances serve while the others change. */
  batchPercent: count(1, 100).else(50),
  batchSize: count(1, 10_000),
};

/** How requests try a new version. */
export const splittingFields = {
  newVersionPercent: count(1, 100).option(SPLITTING, 'NewVersionPercent').else(10),
  evaluationTime: minutes(3, 600).option(SPLITTING, 'EvaluationTime').else(5),
};

/** How a new version replaces the old one. */
export const deploymentFields = {
  policy: choice('AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting')
    .option('aws:elasticbeanstalk:command', 'DeploymentPolicy').else('Rolling').required(),
  ...batchFields,
  ...splittingFields,
};

export type DeploymentSettings = Given<typeof deploymentFields>;

/** The props that only an environment of Elastic Beanstalk has. */
export const beanstalkFields = {
  platform: own<PlatformSettings>(),
  environmentName: name(40).late(),
  /** What the address of the environment begins with. */
  cnamePrefix: name(63).late(),
  deployment: group(deploymentFields),
  /** Managed updates want a time; this one is in the night of Europe and America. */
  updateTime: text(WEEKLY)
    .option(MANAGED, 'PreferredStartTime').else('Tue:05:00'),
  singleInstance: flag(),
  sharedLoadBalancer: presence(),
  /** The variables of every container whose values are secrets. */
  environmentSecrets: names(),
  notificationsTopic: presence().else(false),
  notificationsEmail: text({ pattern: /^[^\s@]+@[^\s@]+$/, words: 'an address such as "team@example.com"' })
    .option(TOPICS, 'Notification Endpoint').late().else(''),
  retiredEnvironmentProperties: listOf(text()),
  retiredSchedules: listOf(text()),
  retiredListeners: listOf(count(1, MAX_PORT)),
};

/** What the user chose about an environment of Elastic Beanstalk that nothing on native ECS corresponds to. */
export interface BeanstalkChoices extends Given<typeof beanstalkFields> {
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
