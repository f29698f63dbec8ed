import { CapacityPlan, FrontPlan, NlbPlan } from '../plan/plan';
import { BeanstalkShape } from '../settings/beanstalk-shape';
import { EnvironmentSettings } from '../settings/settings';
import { OptionPlan, optionsIn, refer } from './option';

/** All instances are paid on demand. */
const ON_DEMAND = { spot: false, onDemandBaseCapacity: 0, onDemandPercentageAboveBaseCapacity: 100 } as const;

/** What the instances are, and where they stand. */
export function instanceOptions(capacity: CapacityPlan, settings: EnvironmentSettings): OptionPlan[] {
  const { launch, architecture, instanceType } = capacity;
  const { spot, onDemandBaseCapacity, onDemandPercentageAboveBaseCapacity } = launch.mixed ?? ON_DEMAND;
  return [
    ...optionsIn('aws:ec2:instances', {
      InstanceTypes: launch.mixed?.instanceTypes ?? [instanceType],
      SupportedArchitectures: architecture,
      EnableSpot: spot,
      SpotAllocationStrategy: 'capacity-optimized',
      SpotFleetOnDemandBase: onDemandBaseCapacity,
      SpotFleetOnDemandAboveBasePercentage: onDemandPercentageAboveBaseCapacity,
    }),
    ...optionsIn('aws:autoscaling:launchconfiguration', {
      IamInstanceProfile: refer('instance-profile'),
      DisableDefaultEC2SecurityGroup: true,
      SecurityGroups: refer('instance-security-groups'),
      DisableIMDSv1: true,
      MonitoringInterval: launch.detailedMonitoring ? '1 minute' : '5 minute',
      RootVolumeType: 'gp3',
      RootVolumeSize: launch.rootVolumeSize,
      EC2KeyName: settings.keyPair ? refer('key-pair') : '',
    }),
  ];
}

/** The network around them. */
export function networkOptions(shape: BeanstalkShape, front: FrontPlan | NlbPlan | null, { vpcSubnets }: EnvironmentSettings): OptionPlan[] {
  const hasBalancer = shape === 'application' || shape === 'network';
  return optionsIn('aws:ec2:vpc', {
    VPCId: refer('vpc'),
    Subnets: refer('instance-subnets'),
    ...hasBalancer ? { ELBSubnets: refer('load-balancer-subnets'), ELBScheme: front?.scheme === 'internal' ? 'internal' : 'public' } : {},
    AssociatePublicIpAddress: shape === 'single' || vpcSubnets === 'public',
  });
}
