import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { NetworkPlan } from '../../core/plan/ecs/plan';

/**
 * NAT by instances that take traffic from the VPC only. They live in public subnets that give no addresses by
 * themselves.
 */
export function natInstances({ natInstanceType }: NetworkPlan): ec2.NatInstanceProviderV2 {
  return ec2.NatProvider.instanceV2({
    instanceType: new ec2.InstanceType(natInstanceType),
    defaultAllowedTraffic: ec2.NatTrafficDirection.OUTBOUND_ONLY,
    associatePublicIpAddress: true,
  });
}

/** Lets the VPC in, and each instance start when it has its own way out, over which it installs what it routes with. */
export function connectNatInstances(provider: ec2.NatInstanceProviderV2, vpc: ec2.Vpc): void {
  provider.connections.allowFrom(
    ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.allTraffic(), 'From the VPC to the internet',
  );
  for (const [index, { instance }] of provider.gatewayInstances.entries()) {
    instance.metadataOptions = { httpTokens: 'required', httpPutResponseHopLimit: 1 };
    instance.blockDeviceMappings = [{ deviceName: '/dev/xvda', ebs: { encrypted: true, volumeType: 'gp3' } }];
    instance.node.addDependency(vpc.publicSubnets[index].internetConnectivityEstablished);
  }
}
