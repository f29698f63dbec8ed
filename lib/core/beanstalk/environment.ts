import { FrontPlan, NlbPlan } from '../plan/plan';
import { BeanstalkShape } from '../settings/beanstalk-shape';
import { EnvironmentSettings } from '../settings/settings';
import { OptionPlan, optionsIn, refer } from './option';

const LOAD_BALANCER = 'aws:elbv2:loadbalancer';

/** What kind of environment it is. All but the role is fixed when it is made. */
export function environmentOptions(shape: BeanstalkShape, { beanstalk = {} }: EnvironmentSettings): OptionPlan[] {
  return optionsIn('aws:elasticbeanstalk:environment', {
    EnvironmentType: beanstalk.singleInstance ? 'SingleInstance' : 'LoadBalanced',
    ...shape === 'worker' || shape === 'single' ? {} : { LoadBalancerType: shape === 'network' ? 'network' : 'application' },
    ...shape === 'shared' || shape === 'application' ? { LoadBalancerIsShared: shape === 'shared' } : {},
    ServiceRole: refer('service-role'),
  });
}

/** A load balancer of its own, open to clients by a security group of ours. */
export function balancerOptions({ idleTimeout, ipAddressType, accessLogs }: FrontPlan): OptionPlan[] {
  return optionsIn(LOAD_BALANCER, {
    IdleTimeout: idleTimeout,
    IpAddressType: ipAddressType,
    AccessLogsS3Enabled: accessLogs !== null,
    ...accessLogs ? { AccessLogsS3Bucket: refer('access-logs-bucket'), AccessLogsS3Prefix: accessLogs.prefix } : {},
    ManagedSecurityGroup: refer('load-balancer-security-group'),
    SecurityGroups: refer('load-balancer-security-group'),
  });
}

/** One that passes connections on has no security group, so that the instances let clients in themselves. */
export function networkBalancerOptions({ ipAddressType }: NlbPlan): OptionPlan[] {
  return optionsIn(LOAD_BALANCER, { IpAddressType: ipAddressType });
}

/** One that the user brings, with the groups that it has already. */
export function sharedBalancerOptions(): OptionPlan[] {
  return optionsIn(LOAD_BALANCER, { SharedLoadBalancer: refer('shared-load-balancer'), SecurityGroups: refer('shared-load-balancer-security-groups') });
}
