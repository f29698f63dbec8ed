import { EnvironmentSettings } from '../settings/settings';
import { OptionValues } from './option-values';
import { Reads } from './reads';
import { OptionReferences } from './references';

const GROUP = 'aws:autoscaling:asg';
const LAUNCH = 'aws:autoscaling:launchconfiguration';
const TYPES = 'aws:ec2:instances';

/** What Beanstalk pays on demand beyond the base, once Spot Instances are on. */
const ON_DEMAND_PERCENTAGE = 70;

/** The instances: their types, number and volume. */
export function capacityOf(values: OptionValues): Reads<Partial<EnvironmentSettings>> {
  const isSingle = () => values.is('aws:elasticbeanstalk:environment', 'EnvironmentType', 'SingleInstance');
  return {
    ...typesOf(values),
    minCapacity: () => (isSingle() ? 1 : values.whole(GROUP, 'MinSize')),
    maxCapacity: () => (isSingle() ? 1 : values.whole(GROUP, 'MaxSize')),
    rootVolumeSize: () => values.whole(LAUNCH, 'RootVolumeSize'),
    detailedMonitoring: () => isDetailed(values.text(LAUNCH, 'MonitoringInterval')),
    keyPair: () => (keyName(values) === undefined ? undefined : true),
    instanceSecurityGroups: () => values.ids(LAUNCH, 'SecurityGroups')?.length,
  };
}

export function capacityReferences(values: OptionValues): OptionReferences {
  return { keyPairName: keyName(values), instanceSecurityGroupIds: values.ids(LAUNCH, 'SecurityGroups') };
}

/** An empty name takes the key pair of before away. */
function keyName(values: OptionValues): string | undefined {
  return values.text(LAUNCH, 'EC2KeyName') || undefined;
}

function isDetailed(interval: string | undefined): boolean | undefined {
  return interval === undefined ? undefined : interval === '1 minute';
}

/** Without Spot Instances, only the first type is used. */
function typesOf(values: OptionValues): Reads<Partial<EnvironmentSettings>> {
  const types = () => values.list(TYPES, 'InstanceTypes') ?? [];
  const ifSpot = <T>(read: () => T) => () => (values.is(TYPES, 'EnableSpot', 'true') ? read() : undefined);
  return {
    instanceType: () => types()[0] ?? values.text(LAUNCH, 'InstanceType'),
    alternativeInstanceTypes: ifSpot(() => (types().length > 1 ? types().slice(1) : undefined)),
    onDemandBaseCapacity: ifSpot(() => values.whole(TYPES, 'SpotFleetOnDemandBase')),
    onDemandPercentageAboveBaseCapacity: ifSpot(
      () => values.whole(TYPES, 'SpotFleetOnDemandAboveBasePercentage') ?? ON_DEMAND_PERCENTAGE,
    ),
  };
}
