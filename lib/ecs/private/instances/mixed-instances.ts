import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Duration } from 'aws-cdk-lib/core';
import { LaunchPlan, MixedInstancesPlan } from '../../../core/plan/ecs/instances/launch-plan';
import { resolveSetting } from '../../../shared/settings/tokens';
import { EcsCapacityProps } from '../../capacity-props';

/** Several types, or Spot instances among others. */
export function mixedInstances(
  launchTemplate: ec2.LaunchTemplate, plan: MixedInstancesPlan, props: EcsCapacityProps,
): Pick<autoscaling.AutoScalingGroupProps, 'mixedInstancesPolicy' | 'capacityRebalance'> {
  const { onDemandBaseCapacity, onDemandPercentageAboveBaseCapacity } = props;
  const typeOf = (type: MixedInstancesPlan['instanceTypes'][number]) =>
    resolveSetting(type, { instanceType: props.instanceType?.toString() });
  return {
    mixedInstancesPolicy: {
      launchTemplate,
      launchTemplateOverrides: plan.instanceTypes.map((type) => ({ instanceType: new ec2.InstanceType(typeOf(type)) })),
      instancesDistribution: {
        onDemandAllocationStrategy: autoscaling.OnDemandAllocationStrategy.PRIORITIZED,
        onDemandBaseCapacity: resolveSetting(plan.onDemandBaseCapacity, { onDemandBaseCapacity }),
        onDemandPercentageAboveBaseCapacity: resolveSetting(plan.onDemandPercentageAboveBaseCapacity, {
          onDemandPercentageAboveBaseCapacity,
        }),
        spotAllocationStrategy: plan.spot ? autoscaling.SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED : undefined,
      },
    },
    capacityRebalance: plan.spot ? true : undefined,
  };
}

/** How old instances get, and how young they are left out of account. */
export function lifetimes(
  plan: LaunchPlan, props: EcsCapacityProps,
): Pick<autoscaling.AutoScalingGroupProps, 'maxInstanceLifetime' | 'defaultInstanceWarmup'> {
  const durationOf = (prop: 'maxInstanceLifetime' | 'defaultInstanceWarmup') => {
    const setting = plan[prop];
    return setting === null
      ? undefined
      : Duration.seconds(resolveSetting(setting, { [prop]: props[prop]?.toSeconds() }));
  };
  return {
    maxInstanceLifetime: durationOf('maxInstanceLifetime'), defaultInstanceWarmup: durationOf('defaultInstanceWarmup'),
  };
}
