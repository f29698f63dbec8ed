import { EcsSettings } from '../settings/settings';
import { OptionValues } from './option-values';
import { OptionReferences } from './references';

const VPC = 'aws:ec2:vpc';
const LOAD_BALANCER = 'aws:elbv2:loadbalancer';

/** The network, and the load balancer beside its listeners. */
export function networkOf(values: OptionValues): Partial<EcsSettings> {
  const zones = /^Any (\d)$/.exec(values.text('aws:autoscaling:asg', 'Availability Zones') ?? '');
  const scheme = values.text(VPC, 'ELBScheme');
  const hasLogs = logsBucket(values) !== undefined;
  return {
    ownVpc: values.ids(VPC, 'VPCId') && true,
    loadBalancerSubnets: values.ids(VPC, 'ELBSubnets') && true,
    maxAzs: zones ? Number(zones[1]) : undefined,
    publicLoadBalancer: scheme === undefined ? undefined : scheme !== 'internal',
    ipAddressType: values.choice(LOAD_BALANCER, 'IpAddressType'),
    idleTimeoutSeconds: values.whole(LOAD_BALANCER, 'IdleTimeout') ?? values.whole('aws:elb:policies', 'ConnectionSettingIdleTimeout'),
    accessLogsBucket: hasLogs ? { usesKms: false, isOwned: false } : undefined,
    accessLogsPrefix: hasLogs ? values.text(LOAD_BALANCER, 'AccessLogsS3Prefix') : undefined,
  };
}

export function networkReferences(values: OptionValues): OptionReferences {
  return {
    vpcId: values.ids(VPC, 'VPCId')?.[0],
    subnetIds: values.ids(VPC, 'Subnets'),
    loadBalancerSubnetIds: values.ids(VPC, 'ELBSubnets'),
    accessLogsBucketName: logsBucket(values),
  };
}

/** Access logs are off unless they are switched on. */
function logsBucket(values: OptionValues): string | undefined {
  return values.flag(LOAD_BALANCER, 'AccessLogsS3Enabled') === true ? values.text(LOAD_BALANCER, 'AccessLogsS3Bucket') : undefined;
}
