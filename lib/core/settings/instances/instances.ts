import { amount, choice, count, flag, gib, Given, listOf, own, presence, seconds, text } from '../fields/field';
import { known } from '../setting';

const TYPES = 'aws:ec2:instances';
const LAUNCH = 'aws:autoscaling:launchconfiguration';
const DAY = 86_400;

/** The images that instances start from; `own` stands for one that the user brings. */
export type ImageName = 'ecs-optimized' | 'ecs-optimized-gpu' | 'bottlerocket' | 'own';

/** What the role of the instances may do: what Beanstalk allows, or just as much as they need. */
export type InstancePolicyName = 'beanstalk' | 'scoped';

/** The type and the number of the instances. A bound that is left out follows the other one. */
export const capacityFields = {
  instanceType: text().as('ec2.InstanceType').late().else('t3.medium'),
  minCapacity: count(0).late().else(2).option('aws:autoscaling:asg', 'MinSize'),
  maxCapacity: count(1).late().else(4).option('aws:autoscaling:asg', 'MaxSize'),
};

/** What instances are beyond their type and number. */
export const launchFields = {
  /** A launch template takes 40 types. */
  alternativeInstanceTypes: listOf(text().as('ec2.InstanceType'), 39),
  onDemandBaseCapacity: count(0).late().option(TYPES, 'SpotFleetOnDemandBase'),
  onDemandPercentageAboveBaseCapacity: count(0, 100).late().option(TYPES, 'SpotFleetOnDemandAboveBasePercentage'),
  machineImage: own<ImageName>().notOnBeanstalk('Remove it; the platform brings its own image.'),
  /** The ECS-optimized AMI has 30 GiB; that has to be restated to be encrypted. */
  rootVolumeSize: gib(30, 65_536)
    .onBeanstalk(10, 16_384)
    .late()
    .else(30)
    .option(LAUNCH, 'RootVolumeSize')
    .because('root volume', '; images and whatever containers write have room there.'),
  userDataCommands: amount()
    .notOnBeanstalk('Remove it, and put the commands into .ebextensions or .platform/hooks of the source bundle.')
    .because('commands at boot', '; they run once on each new instance, before its agent starts.', 'them'),
  keyPair: presence().because('key pair', '; no rule opens port 22, and Session Manager needs no key.'),
  imdsHopLimit: count(1, 64)
    .late()
    .else(1)
    .notOnBeanstalk('Remove it.')
    .because(
      'metadata hop limit',
      '; from 2, containers in bridge mode reach the instance metadata service and with it the '
        + 'instance role.',
    ),
  /** A network interface takes 16 groups, one of which is made. */
  instanceSecurityGroups: amount(15).because(
    'further security groups', ' for the instances; nothing is added to them.', 'them',
  ),
  maxInstanceLifetime: seconds(DAY, 365 * DAY)
    .late()
    .else(null)
    .notOnBeanstalk('Remove it; managed updates replace the instances.')
    .because(
      'maximum instance lifetime', '; older instances are drained and replaced one after the other.',
    ),
  defaultInstanceWarmup: seconds()
    .late()
    .else(null)
    .notOnBeanstalk('Remove it.')
    .because('instance warmup', '; scaling leaves a new instance out of its figures for so long.'),
  containerInsights: choice('disabled', 'enabled', 'enhanced')
    .as('ecs.ContainerInsights')
    .else(null)
    .notOnBeanstalk('Leave it out, or use EcsEnvironment.', 'disabled')
    .because('container insights', '; figures of tasks and containers have the price of custom metrics.'),
  detailedMonitoring: flag().else(null),
  instancePolicy: own<InstancePolicyName>()
    .else('beanstalk')
    .notOnBeanstalk('Leave it out; the platform needs its managed policies.', 'beanstalk'),
};

export type CapacitySettings = Given<typeof capacityFields>;
export type LaunchSettings = Given<typeof launchFields>;

/** What is known of the source bundle. */
export interface SourceBundleSettings {
  /** The paths of its files, relative to its root. */
  readonly paths: readonly string[];
  /** What is there and left out of it. */
  readonly leftOut?: readonly LeftOutSettings[];
}

/** A file or a folder, which ends with a slash, that is left out of a bundle. */
export interface LeftOutSettings {
  readonly path: string;
  /** What leaves it out, and how it comes back. */
  readonly way: string;
}

/** A type that the user chose, and the prop that names it. */
export interface ChosenType {
  readonly prop: string;
  readonly name: string;
}

/** The types of the instances that are known, in the order in which they are tried. */
export function chosenTypes(settings: LaunchSettings & Pick<CapacitySettings, 'instanceType'>): ChosenType[] {
  const { instanceType = capacityFields.instanceType.fallback, alternativeInstanceTypes = [] } = settings;
  const first = known(instanceType);
  return [
    ...first === undefined ? [] : [{ prop: 'instanceType', name: first }],
    ...alternativeInstanceTypes.map((name, index) => ({ prop: `alternativeInstanceTypes[${index}]`, name })),
  ];
}
