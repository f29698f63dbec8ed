import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { NetworkPlan } from '../../core/plan/plan';

/** A VPC whose instances have no public address and whose only Lambda-free default is kept: the CDK closes the default group with one. */
export function createVpc(scope: Construct, { maxAzs, natGateways }: NetworkPlan): ec2.Vpc {
  return new ec2.Vpc(scope, 'Vpc', {
    maxAzs,
    natGateways,
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: [
      { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: false },
      { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
    ],
  });
}

/** Where instances and tasks live. */
export const PRIVATE_SUBNETS: ec2.SubnetSelection = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };
