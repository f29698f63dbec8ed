import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { BeanstalkPlan } from '../../core/plan/beanstalk/plan';
import { certificatesByPort } from '../../shared/traffic/certificates';
import { BeanstalkEnvironmentProps } from '../environment-props';
import { OptionBindings } from './options';
import { tokensOf } from './settings';

/** What stands around the environment. */
export interface Surroundings {
  readonly vpc: ec2.IVpc;
  readonly instanceSubnets: ec2.SubnetSelection;
  readonly instanceProfile: iam.IInstanceProfile;
  readonly serviceRole: iam.IRole;
  readonly instanceSecurityGroup: ec2.ISecurityGroup;
  readonly loadBalancerSecurityGroup?: ec2.ISecurityGroup;
  readonly queue?: sqs.IQueue;
}

/** What the options of the plan refer to. */
export function bindingsOf(
  plan: BeanstalkPlan, props: BeanstalkEnvironmentProps, around: Surroundings,
): OptionBindings {
  const { vpc, queue, instanceSubnets } = around;
  const front = balancerPlaces(plan, props, instanceSubnets);
  const groups = [around.instanceSecurityGroup, ...(props.instanceSecurityGroups ?? [])];
  return {
    tokens: {
      ...(plan.queue ? { [`environmentProperties.${plan.queue.variable}`]: queue?.queueUrl } : {}), ...tokensOf(props),
    },
    references: {
      ...Object.fromEntries(
        [...certificatesByPort(props)].map(([port, [first]]) => [`certificate${port}`, first.certificateArn]),
      ),
      ...Object.fromEntries(
        Object.entries(props.environmentSecrets ?? {}).map(([name, secret]) => [`secret${name}`, secret.arn]),
      ),
      'vpc': vpc.vpcId,
      'instance-subnets': idsOf(vpc, instanceSubnets),
      'load-balancer-subnets': front && idsOf(vpc, front),
      'instance-security-groups': joined(groups),
      'load-balancer-security-group': around.loadBalancerSecurityGroup?.securityGroupId,
      'instance-profile': around.instanceProfile.instanceProfileName,
      'service-role': around.serviceRole.roleArn,
      'queue': queue?.queueUrl,
      ...givenReferences(props),
    },
  };
}

/** What the user brings. */
function givenReferences({
  keyPair, accessLogsBucket, notificationsTopic, sharedLoadBalancer,
}: BeanstalkEnvironmentProps): OptionBindings['references'] {
  return {
    'key-pair': keyPair?.keyPairName,
    'access-logs-bucket': accessLogsBucket?.bucketName,
    'notifications-topic': notificationsTopic?.topicArn,
    'shared-load-balancer': sharedLoadBalancer?.loadBalancerArn,
    'shared-load-balancer-security-groups': joined(sharedLoadBalancer?.connections.securityGroups ?? []),
  };
}

/** Where the load balancer stands that Beanstalk makes, if it makes one. */
export function balancerPlaces(
  { shape, front, networkFront }: BeanstalkPlan, props: BeanstalkEnvironmentProps, instanceSubnets: ec2.SubnetSelection,
): ec2.SubnetSelection | undefined {
  if (shape !== 'application' && shape !== 'network') return undefined;
  const isInternal = (front ?? networkFront)?.scheme === 'internal';
  return props.loadBalancerSubnets ?? (isInternal ? instanceSubnets : { subnetType: ec2.SubnetType.PUBLIC });
}

function idsOf(vpc: ec2.IVpc, places: ec2.SubnetSelection): string {
  return vpc.selectSubnets(places).subnetIds.join(',');
}

function joined(groups: readonly ec2.ISecurityGroup[]): string {
  return groups.map(({ securityGroupId }) => securityGroupId).join(',');
}
