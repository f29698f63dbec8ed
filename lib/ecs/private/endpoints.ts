import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

/** The endpoints of these services, which the whole VPC may use. */
export function createEndpoints(vpc: ec2.Vpc, services: readonly string[], subnets: ec2.SubnetSelection): Construct[] {
  if (services.length === 0) return [];
  const securityGroup = new ec2.SecurityGroup(vpc, 'EndpointSecurityGroup', { vpc, description: 'VPC endpoints', allowAllOutbound: false });
  securityGroup.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.HTTPS, 'From the VPC');
  const shared = { subnets, securityGroups: [securityGroup], open: false };
  return services.map((name) => (name === 's3'
    ? vpc.addGatewayEndpoint('S3Endpoint', { service: ec2.GatewayVpcEndpointAwsService.S3, subnets: [subnets] })
    : vpc.addInterfaceEndpoint(idOf(name), { ...shared, service: new ec2.InterfaceVpcEndpointAwsService(name) })));
}

/** `ecs-agent` → `EcsAgentEndpoint`. */
function idOf(name: string): string {
  return [...name.split(/[.-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)), 'Endpoint'].join('');
}
