import { BeanstalkPlan } from '../plan/beanstalk/plan';
import { FrontPlan, NlbPlan } from '../plan/ecs/plan';
import { loadBalancerFields } from '../settings/traffic/load-balancer';
import { optionsOf } from './fields';
import { OptionPlan, optionsIn, refer } from './option';

const LOAD_BALANCER = 'aws:elbv2:loadbalancer';
const VARIABLES = 'aws:elasticbeanstalk:application:environment';

/** What kind of environment it is. All but the role is fixed when it is made. */
export function environmentOptions({ shape, capacity }: BeanstalkPlan): OptionPlan[] {
  return optionsIn('aws:elasticbeanstalk:environment', {
    EnvironmentType: capacity.single ? 'SingleInstance' : 'LoadBalanced',
    ...(shape === 'worker' || shape === 'single'
      ? {}
      : { LoadBalancerType: shape === 'network' ? 'network' : 'application' }),
    ...(shape === 'shared' || shape === 'application' ? { LoadBalancerIsShared: shape === 'shared' } : {}),
    ServiceRole: refer('service-role'),
  });
}

/** The network around the instances. */
export function networkOptions({ shape, front, networkFront, publicInstances }: BeanstalkPlan): OptionPlan[] {
  const hasBalancer = shape === 'application' || shape === 'network';
  const isInternal = [front, networkFront].some((balancer) => balancer?.scheme === 'internal');
  return optionsIn('aws:ec2:vpc', {
    VPCId: refer('vpc'),
    Subnets: refer('instance-subnets'),
    ...hasBalancer ? { ELBSubnets: refer('load-balancer-subnets'), ELBScheme: isInternal ? 'internal' : 'public' } : {},
    AssociatePublicIpAddress: publicInstances,
  });
}

/** A load balancer of its own, open to clients by a security group of ours. */
export function balancerOptions(front: FrontPlan): OptionPlan[] {
  const { accessLogs } = front;
  return optionsIn(LOAD_BALANCER, {
    ...optionsOf(loadBalancerFields, front, front.kind),
    AccessLogsS3Enabled: accessLogs !== null,
    ...accessLogs ? { AccessLogsS3Bucket: refer('access-logs-bucket'), AccessLogsS3Prefix: accessLogs.prefix } : {},
    ManagedSecurityGroup: refer('load-balancer-security-group'),
    SecurityGroups: refer('load-balancer-security-group'),
  });
}

/** One that passes connections on has no security group, so that the instances let clients in themselves. */
export function networkBalancerOptions(front: NlbPlan): OptionPlan[] {
  return optionsIn(LOAD_BALANCER, optionsOf(loadBalancerFields, front, front.kind));
}

/** One that the user brings, with the groups that it has already. */
export function sharedBalancerOptions(): OptionPlan[] {
  return optionsIn(LOAD_BALANCER, {
    SharedLoadBalancer: refer('shared-load-balancer'), SecurityGroups: refer('shared-load-balancer-security-groups'),
  });
}

/** What is missing keeps the value that it had, so what is retired gets an empty one. */
export function variableOptions({ variables: { properties, secrets, retired } }: BeanstalkPlan): OptionPlan[] {
  return [
    ...properties.flatMap(({ name, value }) => optionsIn(VARIABLES, { [name]: value })),
    ...retired.flatMap((name) => optionsIn(VARIABLES, { [name]: '' })),
    ...secrets.flatMap((name) => optionsIn(`${VARIABLES}secrets`, { [name]: refer('secret', name) })),
  ];
}
