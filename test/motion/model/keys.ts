import { listOf, reference, Resource, Template, Value } from './template';

/** What AWS tells things apart by, so that it takes no second one of the same. */
export type Key = string;

/** The thing behind a logical id. */
type Things = (id: string) => string;

/** The property with the name that is unique within an account, a region or the world. */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::DomainName': 'DomainName',
  'AWS::AutoScaling::AutoScalingGroup': 'AutoScalingGroupName',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateName',
  'AWS::ECR::Repository': 'RepositoryName',
  'AWS::ECS::CapacityProvider': 'Name',
  'AWS::ECS::Cluster': 'ClusterName',
  'AWS::ECS::Service': 'ServiceName',
  'AWS::ElasticBeanstalk::Application': 'ApplicationName',
  'AWS::ElasticBeanstalk::Environment': 'EnvironmentName',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'Name',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'Name',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::RDS::DBInstance': 'DBInstanceIdentifier',
  'AWS::RDS::DBSubnetGroup': 'DBSubnetGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
};

const PEERS = [
  'SourceSecurityGroupId',
  'DestinationSecurityGroupId',
  'CidrIp',
  'CidrIpv6',
  'SourcePrefixListId',
  'DestinationPrefixListId',
];

/** The properties that tell things of a type apart, where that is not a name. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGatewayV2::Route': ['ApiId', 'RouteKey'],
  'AWS::ApiGatewayV2::Stage': ['ApiId', 'StageName'],
  'AWS::ApiGatewayV2::ApiMapping': ['DomainName', 'ApiMappingKey'],
  'AWS::ApplicationAutoScaling::ScalableTarget': ['ServiceNamespace', 'ResourceId', 'ScalableDimension'],
  'AWS::ApplicationAutoScaling::ScalingPolicy': ['PolicyName', 'ScalingTargetId'],
  'AWS::AutoScaling::LifecycleHook': ['AutoScalingGroupName', 'LifecycleHookName'],
  'AWS::EC2::Route': ['RouteTableId', 'DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'],
  'AWS::EC2::SubnetRouteTableAssociation': ['SubnetId'],
  'AWS::EC2::VPCGatewayAttachment': ['VpcId', 'InternetGatewayId'],
  'AWS::ECS::ClusterCapacityProviderAssociations': ['Cluster'],
  'AWS::EFS::MountTarget': ['FileSystemId', 'SubnetId'],
  'AWS::ElasticLoadBalancingV2::Listener': ['LoadBalancerArn', 'Port'],
  'AWS::ElasticLoadBalancingV2::ListenerRule': ['ListenerArn', 'Priority'],
  'AWS::Route53::RecordSet': ['HostedZoneId', 'HostedZoneName', 'Name', 'Type', 'SetIdentifier'],
  'AWS::S3::BucketPolicy': ['Bucket'],
  'AWS::WAFv2::WebACLAssociation': ['ResourceArn'],
};

/** The keys of a resource. Two things never have the same one. */
export function keysOf(resource: Resource, things: Things): Key[] {
  const { id, type, properties } = resource;
  const name = properties[NAMES[type]];
  const parts = PARTS[type];
  return [
    ...(name === undefined ? [] : [[type, 'named', show(name, things)]]),
    ...(parts ? [[type, ...parts.map((part) => show(properties[part], things))]] : []),
    ...rulesOf(id, type, properties, things),
    ...privateName(type, properties, things),
  ].map((key) => key.join(' '));
}

/** A rule is the same whether it stands in its group or by itself. */
function rulesOf(id: string, type: string, properties: Value, things: Things): string[][] {
  const direction = /^AWS::EC2::SecurityGroup(Ingress|Egress)$/.exec(type)?.[1];
  const rule = (group: string, way: string, { IpProtocol, FromPort, ToPort, ...rest }: Value): string[] => [
    'rule',
    way,
    group,
    show(IpProtocol, things),
    show(FromPort, things),
    show(ToPort, things),
    ...PEERS.map((peer) => show(rest[peer], things)),
  ];
  if (direction) return [rule(show(properties.GroupId, things), direction, properties)];
  if (type !== 'AWS::EC2::SecurityGroup') return [];
  return ['Ingress', 'Egress'].flatMap((way) =>
    listOf(properties[`SecurityGroup${way}`]).map((each) => rule(things(id), way, each)),
  );
}

/** Only one endpoint may have the name of the service in a network. */
function privateName(type: string, { VpcId, ServiceName, PrivateDnsEnabled }: Value, things: Things): string[][] {
  return type === 'AWS::EC2::VPCEndpoint' && PrivateDnsEnabled
    ? [['endpoint', show(VpcId, things), show(ServiceName, things)]]
    : [];
}

/** A value in which each reference is the thing it leads to. A number is the same as its digits. */
export function show(value: Value, things: Things): string {
  if (value === undefined) return '-';
  if (typeof value !== 'object' || value === null) return String(value);
  const own = reference(value);
  if (own) {
    return [
      things(own.id),
      ...(own.attribute && !/^(Arn|Id|GroupId|\w+Arn|\w+Id)$/.test(own.attribute) ? [own.attribute] : []),
    ].join('.');
  }
  return JSON.stringify(value, (_, inner) => {
    const found = reference(inner);
    return found ? [things(found.id), found.attribute].filter(Boolean).join('.') : inner;
  });
}

/** The ranges of addresses that subnets take of their network, where the template says them. */
export function rangesOf(
  template: Template,
  things: Things,
): { readonly id: string; readonly network: string; readonly from: number; readonly to: number }[] {
  return template.of('AWS::EC2::Subnet').flatMap(({ id, properties: { VpcId, CidrBlock } }) => {
    const match = typeof CidrBlock === 'string' && /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(CidrBlock);
    if (!match) return [];
    const [a, b, c, d, length] = match.slice(1).map(Number);
    const from = ((a * 256 + b) * 256 + c) * 256 + d;
    return [{ id, network: show(VpcId, things), from, to: from + 2 ** (32 - length) - 1 }];
  });
}
