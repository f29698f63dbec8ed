import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { IAspect } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';
import { BeanstalkEnvironment } from '../../beanstalk/beanstalk-environment';
import { DockerrunCluster } from '../../ecs/cluster';
import { EcsEnvironment } from '../../ecs/ecs-environment';
import { DockerrunLoadBalancer } from '../../ecs/load-balancer';
import { DockerrunNetwork } from '../../ecs/network';
import { DockerrunNetworkLoadBalancer } from '../../ecs/network-load-balancer';
import { DockerrunService } from '../../ecs/service';
import { DockerrunTaskDefinition } from '../../ecs/task-definition';
import { SESSION_MANAGER } from '../instance-role';
import { acknowledge, Intrinsic } from './acknowledge';
import { acknowledgeManagedPolicies, acknowledgeWildcards, Allowance } from './known-permissions';

const REGION = 'The only variable is AWS_REGION, which is no secret.';
const ORIGIN_SECRET =
  'CloudFront and the load balancer have to change the secret in the same moment, which no rotation can; it opens '
  + 'no data.';
const NAT_INSTANCE = {
  EC26: 'Its volume is encrypted; cdk-nag looks for that in a launch template, which a NAT instance has none of.',
  EC28:
    'Its state and traffic are measured every five minutes without; detailed monitoring costs more and repairs '
    + 'nothing.',
  EC29:
    'It holds no data, and protected from its end it would keep the stack from being deleted or its image from '
    + 'being renewed.',
};
const VPC_ONLY = 'It is open to the address range of the VPC alone, which cdk-nag cannot read.';

const OF_AGENT: Allowance = {
  actions: ['ecr:GetAuthorizationToken'],
  reason:
    'The token with which private images are pulled knows no resources. The images themselves are named one by one.',
};

const OF_INSTANCE: Allowance = {
  actions: [
    'ecr:GetAuthorizationToken', 'ecs:DiscoverPollEndpoint', 'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetHealth',
    'logs:CreateLogStream', 'logs:PutLogEvents', ...SESSION_MANAGER,
  ],
  reason:
    'Actions that know no resources or that a condition keeps to this cluster, and log events, for which the CDK '
    + 'names no group.',
};

interface Container {
  readonly environment?: readonly { readonly name: string }[];
}

interface Ingress {
  readonly cidrIp?: string | Intrinsic;
  readonly cidrIpv6?: string | Intrinsic;
}

/** Acknowledges at the end of the synthesis, when everything is known that was granted and opened. */
export class KnownFindingsAspect implements IAspect {
  public visit(node: IConstruct): void {
    if (node instanceof DockerrunCluster) {
      acknowledgeManagedPolicies(node.instanceRole);
      acknowledgeWildcards(node.instanceRole, OF_INSTANCE);
    } else if (node instanceof DockerrunTaskDefinition) {
      if (node.executionRole) acknowledgeWildcards(node.executionRole, OF_AGENT);
      const resource = node.node.defaultChild as ecs.CfnTaskDefinition;
      if (hasNoVariableButRegion(resource)) acknowledge(resource, 'ECS2', REGION);
    } else if (node instanceof DockerrunService && node.trafficShiftRole) {
      acknowledgeManagedPolicies(node.trafficShiftRole);
    } else if (node instanceof BeanstalkEnvironment) {
      acknowledgeManagedPolicies(node.instanceRole);
      acknowledgeManagedPolicies(node.serviceRole);
      acknowledgeWildcards(node.instanceRole, OF_AGENT);
    } else if (node instanceof EcsEnvironment && node.originSecret) {
      acknowledge(node.originSecret, 'SMG4', ORIGIN_SECRET);
    } else {
      visitNetwork(node);
    }
  }
}

function visitNetwork(node: IConstruct): void {
  if (node instanceof ec2.CfnInstance && node.node.scopes.some((scope) => scope instanceof DockerrunNetwork)) {
    for (const [finding, reason] of Object.entries(NAT_INSTANCE)) acknowledge(node, finding, reason);
  } else if (node instanceof ec2.CfnSecurityGroup && node.node.scopes.some(isFront) && isOpenToVpcAlone(node)) {
    acknowledge(node, 'EC23', VPC_ONLY);
  }
}

function hasNoVariableButRegion({ containerDefinitions, stack }: ecs.CfnTaskDefinition): boolean {
  const containers: Container[] = stack.resolve(containerDefinitions);
  const names = containers.flatMap(({ environment = [] }) => environment.map(({ name }) => name));
  return names.length > 0 && names.every((name) => name === 'AWS_REGION');
}

/** Whether it makes security groups that clients connect to. */
function isFront(construct: IConstruct): boolean {
  return [DockerrunNetwork, DockerrunLoadBalancer, DockerrunNetworkLoadBalancer, BeanstalkEnvironment].some(
    (type) => construct instanceof type,
  );
}

function isOpenToVpcAlone({ securityGroupIngress, stack }: ec2.CfnSecurityGroup): boolean {
  const rules: Ingress[] = stack.resolve(securityGroupIngress) ?? [];
  const ranges = rules.flatMap(({ cidrIp, cidrIpv6 }) => [cidrIp, cidrIpv6].filter((range) => range !== undefined));
  return (
    ranges.length > 0 && ranges.every((range) => typeof range !== 'string' && range['Fn::GetAtt']?.[1] === 'CidrBlock')
  );
}
