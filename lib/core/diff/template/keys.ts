import { table } from '../../finding/table';
import { pointerOf, Resource } from './cfn-template';
import { isObject, Json, JsonObject, listAt, textAt } from './json';

/** What AWS tells a resource from others by: while one has it, no other gets it. */
export interface Key {
  /** Equal when AWS would take two for one. */
  readonly id: string;
  readonly words: string;
}

type Things = (id: string) => string;

interface Identity {
  /** The properties that make the key together. */
  readonly by: readonly string[];
  /** A sentence about it, with `{Property}` for what a property says. */
  readonly words: string;
  /** What is no key by itself: a resource without any of these has none. */
  readonly unless?: readonly string[];
}

const named = (property: string): Identity => (
  { by: [property], words: `the name "{${property}}"`, unless: [property] }
);

const ELB = 'AWS::ElasticLoadBalancingV2';

const IDENTITIES = table<Identity>({
  'AWS::ApiGatewayV2::ApiMapping': { by: ['DomainName', 'ApiMappingKey'], words: 'the API of its domain name' },
  'AWS::ApiGatewayV2::DomainName': named('DomainName'),
  'AWS::ApiGatewayV2::Route': { by: ['ApiId', 'RouteKey'], words: 'the route {RouteKey}' },
  'AWS::ApiGatewayV2::Stage': { by: ['ApiId', 'StageName'], words: 'the stage {StageName}' },
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    by: ['ServiceNamespace', 'ResourceId', 'ScalableDimension'], words: 'the scaling of its service',
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy': {
    by: ['PolicyName', 'ScalingTargetId'], words: 'the policy {PolicyName}',
  },
  'AWS::AutoScaling::AutoScalingGroup': named('AutoScalingGroupName'),
  'AWS::AutoScaling::LifecycleHook': {
    by: ['AutoScalingGroupName', 'LifecycleHookName'], words: 'the hook {LifecycleHookName}',
  },
  'AWS::CloudWatch::Alarm': named('AlarmName'),
  'AWS::CloudWatch::Dashboard': named('DashboardName'),
  'AWS::DynamoDB::Table': named('TableName'),
  'AWS::EC2::LaunchTemplate': named('LaunchTemplateName'),
  'AWS::EC2::Route': {
    by: ['RouteTableId', 'DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'],
    words: 'the route to {DestinationCidrBlock}',
  },
  'AWS::EC2::SubnetRouteTableAssociation': { by: ['SubnetId'], words: 'the route table of its subnet' },
  'AWS::EC2::VPCEndpoint': { by: ['VpcId', 'ServiceName'], words: 'the private name of its service' },
  'AWS::EC2::VPCGatewayAttachment': { by: ['VpcId', 'InternetGatewayId'], words: 'the gateway of its VPC' },
  'AWS::ECR::Repository': named('RepositoryName'),
  'AWS::ECS::CapacityProvider': named('Name'),
  'AWS::ECS::Cluster': named('ClusterName'),
  'AWS::ECS::ClusterCapacityProviderAssociations': { by: ['Cluster'], words: 'the capacity providers of its cluster' },
  'AWS::ECS::Service': named('ServiceName'),
  'AWS::EFS::MountTarget': { by: ['FileSystemId', 'SubnetId'], words: 'the mount target of its subnet' },
  'AWS::ElasticBeanstalk::Application': named('ApplicationName'),
  'AWS::ElasticBeanstalk::Environment': named('EnvironmentName'),
  [`${ELB}::Listener`]: { by: ['LoadBalancerArn', 'Port'], words: 'port {Port} of the load balancer' },
  [`${ELB}::ListenerRule`]: { by: ['ListenerArn', 'Priority'], words: 'priority {Priority} of the listener' },
  [`${ELB}::LoadBalancer`]: named('Name'),
  [`${ELB}::TargetGroup`]: named('Name'),
  'AWS::IAM::InstanceProfile': named('InstanceProfileName'),
  'AWS::IAM::ManagedPolicy': named('ManagedPolicyName'),
  'AWS::IAM::Role': named('RoleName'),
  'AWS::Lambda::Function': named('FunctionName'),
  'AWS::Logs::LogGroup': named('LogGroupName'),
  'AWS::RDS::DBInstance': named('DBInstanceIdentifier'),
  'AWS::RDS::DBSubnetGroup': named('DBSubnetGroupName'),
  'AWS::Route53::RecordSet': {
    by: ['HostedZoneId', 'HostedZoneName', 'Name', 'Type', 'SetIdentifier'], words: 'the {Type} record of {Name}',
  },
  'AWS::S3::Bucket': named('BucketName'),
  'AWS::S3::BucketPolicy': { by: ['Bucket'], words: 'the policy of its bucket' },
  'AWS::SNS::Topic': named('TopicName'),
  'AWS::SQS::Queue': named('QueueName'),
  'AWS::SSM::Parameter': named('Name'),
  'AWS::Scheduler::Schedule': named('Name'),
  'AWS::SecretsManager::Secret': named('Name'),
  'AWS::WAFv2::WebACLAssociation': { by: ['ResourceArn'], words: 'the web ACL of its load balancer' },
});

/** What tells one rule of a security group from another, beside its direction and its group. */
const PEER = [
  'IpProtocol', 'FromPort', 'ToPort', 'CidrIp', 'CidrIpv6', 'SourceSecurityGroupId', 'SourcePrefixListId',
  'DestinationSecurityGroupId', 'DestinationPrefixListId',
];

const SECURITY_GROUP = 'AWS::EC2::SecurityGroup';

/** Everything of which there can be one only. */
export function keysOf({ id, type, properties }: Resource, things: Things): Key[] {
  if (type === SECURITY_GROUP) {
    return ['Ingress', 'Egress'].flatMap((direction) => listAt(properties, `SecurityGroup${direction}`)
      .map((rule) => securityRule(direction, things(id), isObject(rule) ? rule : {}, things)));
  }
  if (type.startsWith(SECURITY_GROUP)) {
    return [securityRule(type.slice(SECURITY_GROUP.length), meaning(properties.GroupId, things), properties, things)];
  }
  const identity: Identity | undefined = IDENTITIES[type];
  const isPrivate = type !== 'AWS::EC2::VPCEndpoint' || properties.PrivateDnsEnabled === true;
  if (!identity || !isPrivate || identity.unless?.some((name) => properties[name] === undefined)) return [];
  const parts = identity.by.map((name) => meaning(properties[name], things));
  return [{ id: [type, ...parts].join(' '), words: filled(identity.words, properties) }];
}

function securityRule(direction: string, group: string, rule: JsonObject, things: Things): Key {
  const parts = PEER.map((name) => meaning(rule[name], things));
  return {
    id: ['rule', direction, group, ...parts].join(' '),
    words: `the ${direction.toLowerCase()} rule for ${textAt(rule, 'IpProtocol')} ${textAt(rule, 'FromPort')}`,
  };
}

function filled(words: string, properties: JsonObject): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => textAt(properties, name)?.replace(/\.$/, '') ?? name);
}

/** A value with things in place of logical ids, so that the same text is the same at AWS. */
export function meaning(value: Json | undefined, things: Things): string {
  if (value === undefined) return '';
  const pointer = pointerOf(value);
  if (pointer) return `${things(pointer.id)}${isIdentifier(pointer.attribute) ? '' : `.${pointer.attribute}`}`;
  if (Array.isArray(value)) return `[${value.map((inner) => meaning(inner, things)).join()}]`;
  if (!isObject(value)) return String(value);
  return `{${Object.entries(value).map(([name, inner]) => `${name}:${meaning(inner, things)}`).join()}}`;
}

/** An ARN or an id stands for the resource, as a reference to it does. */
function isIdentifier(attribute: string | undefined): boolean {
  return attribute === undefined || /(Arn|Id)$/.test(attribute);
}
