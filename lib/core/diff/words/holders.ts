import { table } from '../../finding/table';
import { Resource, Template } from '../template/cfn-template';
import { textAt } from '../template/json';

/** Types with data, or an address that others know: another one is not the same. */
export const HOLDERS: readonly string[] = [
  'AWS::ApiGatewayV2::Api', 'AWS::CloudFront::Distribution', 'AWS::DynamoDB::Table', 'AWS::EC2::VPC',
  'AWS::ECR::Repository', 'AWS::ECS::Cluster', 'AWS::EFS::FileSystem', 'AWS::ElasticBeanstalk::Application',
  'AWS::ElasticBeanstalk::Environment', 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::KMS::Key',
  'AWS::RDS::DBInstance', 'AWS::S3::Bucket', 'AWS::SecretsManager::Secret', 'AWS::SQS::Queue',
];

/** What people call a resource that is added or removed, with `{Property}` for what one says. */
const NOUNS = table<string>({
  'AWS::ApiGatewayV2::Api': 'HTTP API',
  'AWS::ApplicationAutoScaling::ScalableTarget': 'scaling of tasks',
  'AWS::AutoScaling::AutoScalingGroup': 'Auto Scaling group',
  'AWS::AutoScaling::ScalingPolicy': 'scaling of instances',
  'AWS::CloudFront::Distribution': 'distribution',
  'AWS::CloudWatch::Alarm': 'alarm on {MetricName}',
  'AWS::CloudWatch::Dashboard': 'dashboard',
  'AWS::EC2::NatGateway': 'NAT gateway',
  'AWS::EC2::Subnet': 'subnet {CidrBlock}',
  'AWS::EC2::VPC': 'VPC',
  'AWS::EC2::VPCEndpoint': 'VPC endpoint',
  'AWS::ECS::Cluster': 'cluster',
  'AWS::ECS::Service': 'service',
  'AWS::EFS::FileSystem': 'file system',
  'AWS::ElasticBeanstalk::Environment': 'environment',
  'AWS::ElasticLoadBalancingV2::Listener': 'listener {Port}',
  'AWS::ElasticLoadBalancingV2::ListenerRule': 'rule {Priority}',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'load balancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'target group',
  'AWS::Logs::LogGroup': 'log group',
  'AWS::Route53::RecordSet': '{Type} record of {Name}',
  'AWS::S3::Bucket': 'bucket',
  'AWS::SQS::Queue': 'queue',
  'AWS::Scheduler::Schedule': 'schedule',
});

/** Nothing for what nobody edits by itself. */
export function nounOf({ type, properties }: Resource): string | undefined {
  const noun: string | undefined = NOUNS[type];
  return noun?.replace(/ ?\{(\w+)\}/g, (found, name: string) => {
    const text = textAt(properties, name);
    return text === undefined ? '' : found.replace(`{${name}}`, text.replace(/\.$/, ''));
  });
}

/** What people call it in a sentence: the only one of its kind by that, others by their logical id. */
export function nameIn(template: Template, id: string): string {
  const resource = template.get(id);
  const noun = resource && nounOf(resource);
  if (!resource || noun === undefined) return id;
  const isAlone = template.ofType(resource.type).every((other) => other.id === id || nounOf(other) !== noun);
  return isAlone ? `the ${noun}` : `the ${noun} ${id}`;
}
