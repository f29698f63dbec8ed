import { BeanstalkPlan } from '../plan/beanstalk/plan';
import { GroupSchedulePlan } from '../plan/ecs/service/service-plan';
import { groupScheduleFields, triggerFields } from '../settings/service/scheduling';
import { optionsOf } from './fields';
import { OptionPlan, optionsIn, refer } from './option';

const SCHEDULE = 'aws:autoscaling:scheduledaction';
const ROLLING_UPDATE = 'aws:autoscaling:updatepolicy:rollingupdate';

export function instanceOptions({ capacity, defaultGroup }: BeanstalkPlan): OptionPlan[] {
  const { architecture, mixed, detailedMonitoring, rootVolumeSize, keyPair } = capacity;
  return [
    ...optionsIn('aws:ec2:instances', {
      InstanceTypes: mixed.instanceTypes,
      SupportedArchitectures: architecture,
      EnableSpot: mixed.spot,
      SpotAllocationStrategy: 'capacity-optimized',
      SpotFleetOnDemandBase: mixed.onDemandBaseCapacity,
      SpotFleetOnDemandAboveBasePercentage: mixed.onDemandPercentageAboveBaseCapacity,
    }),
    ...optionsIn('aws:autoscaling:launchconfiguration', {
      IamInstanceProfile: refer('instance-profile'),
      DisableDefaultEC2SecurityGroup: !defaultGroup,
      SecurityGroups: refer('instance-security-groups'),
      DisableIMDSv1: true,
      MonitoringInterval: detailedMonitoring ? '1 minute' : '5 minute',
      RootVolumeType: 'gp3',
      RootVolumeSize: rootVolumeSize,
      EC2KeyName: keyPair ? refer('key-pair') : '',
      // With a key pair, the group of Beanstalk would be open to everybody on port 22.
      ...(defaultGroup && keyPair ? { SSHSourceRestriction: 'tcp, 22, 22, 127.0.0.1/32' } : {}),
    }),
  ];
}

/** How many instances there are, and what changes that. */
export function scalingOptions({ capacity, scaling }: BeanstalkPlan): OptionPlan[] {
  const { minCapacity: MinSize, maxCapacity: MaxSize, minInstancesInService, mixed, single } = capacity;
  return [
    ...optionsIn('aws:autoscaling:asg', {
      MinSize, MaxSize, Cooldown: scaling.cooldown, EnableCapacityRebalancing: mixed.spot,
    }),
    ...(single ? [] : optionsIn('aws:autoscaling:trigger', optionsOf(triggerFields, scaling.trigger))),
    ...scaling.schedules.flatMap(scheduleOptions),
    ...scaling.retiredSchedules.flatMap((name) => optionsIn(SCHEDULE, { Suspend: true }, name)),
    ...optionsIn(
      ROLLING_UPDATE,
      single
        ? { RollingUpdateEnabled: false }
        : {
          RollingUpdateEnabled: true,
          RollingUpdateType: 'Health',
          MaxBatchSize: 1,
          MinInstancesInService: minInstancesInService,
          Timeout: 'PT30M',
        },
    ),
  ];
}

/** What a schedule leaves as it is has no option. */
function scheduleOptions(schedule: GroupSchedulePlan): OptionPlan[] {
  return optionsIn(SCHEDULE, optionsOf(groupScheduleFields, { ...schedule, suspend: false }), schedule.name);
}
