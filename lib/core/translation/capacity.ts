import { EcsSettings } from '../settings/settings';
import { OptionValues } from './option-values';
import { OptionReferences } from './references';

const GROUP = 'aws:autoscaling:asg';
const LAUNCH = 'aws:autoscaling:launchconfiguration';
const TYPES = 'aws:ec2:instances';

/** What Beanstalk pays on demand beyond the base, once Spot Instances are on. */
const ON_DEMAND_PERCENTAGE = 70;

/** The instances: their types, number and volume. */
export function capacityOf(values: OptionValues): Partial<EcsSettings> {
  const isSingle = values.text('aws:elasticbeanstalk:environment', 'EnvironmentType') === 'SingleInstance';
  const interval = values.text(LAUNCH, 'MonitoringInterval');
  return {
    ...typesOf(values),
    minCapacity: isSingle ? 1 : values.whole(GROUP, 'MinSize'),
    maxCapacity: isSingle ? 1 : values.whole(GROUP, 'MaxSize'),
    rootVolumeGiB: values.whole(LAUNCH, 'RootVolumeSize'),
    detailedMonitoring: interval === undefined ? undefined : interval === '1 minute',
    keyPair: values.text(LAUNCH, 'EC2KeyName') === undefined ? undefined : true,
    instanceSecurityGroups: values.ids(LAUNCH, 'SecurityGroups')?.length,
  };
}

export function capacityReferences(values: OptionValues): OptionReferences {
  return { keyPairName: values.text(LAUNCH, 'EC2KeyName'), instanceSecurityGroupIds: values.ids(LAUNCH, 'SecurityGroups') };
}

/** Without Spot Instances, only the first type is used. */
function typesOf(values: OptionValues): Partial<EcsSettings> {
  const [first, ...others] = values.list(TYPES, 'InstanceTypes') ?? [];
  const instanceType = first ?? values.text(LAUNCH, 'InstanceType');
  if (values.flag(TYPES, 'EnableSpot') !== true) return { instanceType };
  return {
    instanceType,
    alternativeInstanceTypes: others.length > 0 ? others : undefined,
    onDemandBaseCapacity: values.whole(TYPES, 'SpotFleetOnDemandBase'),
    onDemandPercentageAboveBaseCapacity: values.whole(TYPES, 'SpotFleetOnDemandAboveBasePercentage') ?? ON_DEMAND_PERCENTAGE,
  };
}
