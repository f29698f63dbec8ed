import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { table } from '../../core/finding/table';

const SECURITY_GROUP = 'EndpointSecurityGroup';

/** What is reached by a route of the subnets, at no cost. */
const GATEWAYS = table<ec2.GatewayVpcEndpointAwsService>({
  s3: ec2.GatewayVpcEndpointAwsService.S3, dynamodb: ec2.GatewayVpcEndpointAwsService.DYNAMODB,
});

/** The endpoints of these services, which the whole VPC may use; those that are there already are not made again. */
export function createEndpoints(vpc: ec2.Vpc, services: readonly string[], subnets: ec2.SubnetSelection): Construct[] {
  if (services.length === 0) return [];
  const shared = { subnets, securityGroups: [securityGroupIn(vpc)], open: false };
  return services.map((name) => vpc.node.tryFindChild(idOf(name)) as Construct | undefined ?? (name in GATEWAYS
    ? vpc.addGatewayEndpoint(idOf(name), { service: GATEWAYS[name], subnets: [subnets] })
    : vpc.addInterfaceEndpoint(idOf(name), { ...shared, service: new ec2.InterfaceVpcEndpointAwsService(name) })));
}

/** All endpoints share one. */
function securityGroupIn(vpc: ec2.Vpc): ec2.SecurityGroup {
  const found = vpc.node.tryFindChild(SECURITY_GROUP) as ec2.SecurityGroup | undefined;
  if (found) return found;
  const securityGroup = new ec2.SecurityGroup(vpc, SECURITY_GROUP, {
    vpc, description: 'VPC endpoints', allowAllOutbound: false,
  });
  securityGroup.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.HTTPS, 'From the VPC');
  return securityGroup;
}

/** `ecs-agent` → `EcsAgentEndpoint`. */
function idOf(name: string): string {
  return [...name.split(/[.-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)), 'Endpoint'].join('');
}
