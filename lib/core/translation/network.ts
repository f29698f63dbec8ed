import { EnvironmentSettings } from '../settings/settings';
import { loadBalancerFields } from '../settings/traffic/load-balancer';
import { OptionValues } from './option-values';
import { readsOf } from './read-fields';
import { Reads } from './reads';
import { OptionReferences } from './references';

const VPC = 'aws:ec2:vpc';
const LOAD_BALANCER = 'aws:elbv2:loadbalancer';

/** The network, and the load balancer beside its listeners. */
export function networkOf(values: OptionValues): Reads<Partial<EnvironmentSettings>> {
  const balancer = readsOf(loadBalancerFields, { values });
  return {
    ...balancer,
    vpc: () => values.ids(VPC, 'VPCId') && true,
    loadBalancerSubnets: () => values.ids(VPC, 'ELBSubnets') && true,
    maxAzs: () =>
      values.is('aws:autoscaling:asg', 'Availability Zones', 'Any') || values.ids(VPC, 'VPCId')
        ? undefined
        : zonesIn(values.text('aws:autoscaling:asg', 'Availability Zones')),
    publicLoadBalancer: () => isPublic(values.text(VPC, 'ELBScheme')),
    accessLogsBucket: () => (logsBucket(values) === undefined ? undefined : { usesKms: false, isOwned: false }),
    accessLogsPrefix: () => (logsBucket(values) === undefined ? undefined : balancer.accessLogsPrefix?.()),
  };
}

function zonesIn(text = ''): number | undefined {
  const zones = /^Any (\d)$/.exec(text);
  return zones ? Number(zones[1]) : undefined;
}

function isPublic(scheme: string | undefined): boolean | undefined {
  return scheme === undefined ? undefined : scheme !== 'internal';
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
  return values.is(LOAD_BALANCER, 'AccessLogsS3Enabled', 'true')
    ? values.text(LOAD_BALANCER, 'AccessLogsS3Bucket')
    : undefined;
}
