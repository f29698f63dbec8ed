import { TemplateJson } from '../walker/template';

const ref = (id: string) => ({ Ref: id });
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const groupId = (id: string) => ({ 'Fn::GetAtt': [id, 'GroupId'] });
const resource = (type: string, properties: Record<string, any> = {}, rest: object = {}) => ({
  Type: `AWS::${type}`, Properties: properties, ...rest,
});
const option = (Namespace: string, OptionName: string, Value: unknown) => ({ Namespace, OptionName, Value });
const policy = (role: string) => resource('IAM::Policy', { Roles: [ref(role)] });

const imds = () => ({ HttpTokens: 'required', HttpPutResponseHopLimit: 1 });
const volumes = () => [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true } }];
const WORLD = { IpProtocol: 'tcp', CidrIp: '0.0.0.0/0' };

const network = () => ({
  Vpc: resource('EC2::VPC'),
  FlowLog: resource('EC2::FlowLog', { ResourceId: ref('Vpc') }),
  Subnet: resource('EC2::Subnet'),
  Table: resource('EC2::RouteTable'),
  Association: resource('EC2::SubnetRouteTableAssociation', { SubnetId: ref('Subnet'), RouteTableId: ref('Table') }),
  Route: resource('EC2::Route', { RouteTableId: ref('Table') }),
});

const instances = () => ({
  InstanceRole: resource('IAM::Role'),
  InstancePolicy: policy('InstanceRole'),
  Profile: resource('IAM::InstanceProfile', { Roles: [ref('InstanceRole')] }),
  LaunchTemplate: resource('EC2::LaunchTemplate', {
    LaunchTemplateData: {
      ImageId: 'ami-1',
      IamInstanceProfile: { Arn: arnOf('Profile') },
      MetadataOptions: imds(),
      BlockDeviceMappings: volumes(),
    },
  }),
  Group: resource(
    'AutoScaling::AutoScalingGroup',
    { VPCZoneIdentifier: [ref('Subnet')], LaunchTemplate: { LaunchTemplateId: ref('LaunchTemplate') } },
    {
      UpdatePolicy: { AutoScalingRollingUpdate: { MinInstancesInService: 1, MaxBatchSize: 1 } },
      DependsOn: ['InstancePolicy', 'Route', 'Association'],
    },
  ),
  Nat: resource('EC2::Instance', { MetadataOptions: imds(), BlockDeviceMappings: volumes() }),
});

const tasks = () => ({
  Cluster: resource('ECS::Cluster'),
  Provider: resource('ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: ref('Group') } }),
  Providers: resource('ECS::ClusterCapacityProviderAssociations', {
    Cluster: ref('Cluster'), CapacityProviders: [ref('Provider')],
  }),
  ExecutionRole: resource('IAM::Role'),
  ExecutionPolicy: policy('ExecutionRole'),
  Logs: resource('Logs::LogGroup', { RetentionInDays: 30 }),
  Task: resource('ECS::TaskDefinition', {
    ExecutionRoleArn: arnOf('ExecutionRole'),
    ContainerDefinitions: [{ Name: 'web', LogConfiguration: { LogDriver: 'awslogs' } }],
    Volumes: [{ Name: 'data', EFSVolumeConfiguration: { TransitEncryption: 'ENABLED' } }, { Name: 'host' }],
  }),
  Service: resource(
    'ECS::Service',
    {
      Cluster: ref('Cluster'),
      TaskDefinition: ref('Task'),
      DeploymentConfiguration: { MinimumHealthyPercent: 50, MaximumPercent: 100 },
    },
    { DependsOn: ['Providers', 'ExecutionPolicy'] },
  ),
});

const front = () => ({
  FrontGroup: resource('EC2::SecurityGroup', { SecurityGroupIngress: [{ ...WORLD, FromPort: 80, ToPort: 80 }] }),
  InstanceGroup: resource('EC2::SecurityGroup'),
  FrontIngress: resource('EC2::SecurityGroupIngress', {
    IpProtocol: 'tcp',
    FromPort: 80,
    ToPort: 80,
    GroupId: groupId('InstanceGroup'),
    SourceSecurityGroupId: groupId('FrontGroup'),
  }),
  Balancer: resource('ElasticLoadBalancingV2::LoadBalancer', {
    Scheme: 'internet-facing',
    SecurityGroups: [groupId('FrontGroup')],
    LoadBalancerAttributes: [{ Key: 'access_logs.s3.enabled', Value: 'true' }],
  }),
  Listener: resource('ElasticLoadBalancingV2::Listener', { LoadBalancerArn: ref('Balancer'), Port: 80 }),
  Distribution: resource('CloudFront::Distribution', { DistributionConfig: { Logging: {} } }),
});

const kept = () => ({
  Files: resource('EFS::FileSystem', { Encrypted: true }),
  Disk: resource('EC2::Volume', { Encrypted: true }),
  Queue: resource('SQS::Queue', { SqsManagedSseEnabled: true }),
  AlarmTopic: resource('SNS::Topic'),
  Alarm: resource('CloudWatch::Alarm', { AlarmActions: [ref('AlarmTopic')] }),
  Topic: resource('SNS::Topic', { KmsMasterKeyId: 'alias/aws/sns' }),
  Subscription: resource('SNS::Subscription', { Protocol: 'email' }),
  Bucket: resource('S3::Bucket', { BucketEncryption: {} }),
  Database: resource('RDS::DBInstance', { StorageEncrypted: true }),
});

const beanstalk = () => ({
  BeanstalkRole: resource('IAM::Role'),
  BeanstalkPolicy: policy('BeanstalkRole'),
  BeanstalkProfile: resource('IAM::InstanceProfile', { Roles: [ref('BeanstalkRole')] }),
  ServiceRole: resource('IAM::Role'),
  ServicePolicy: policy('ServiceRole'),
  BeanstalkGroup: resource('EC2::SecurityGroup', {
    SecurityGroupIngress: [
      { ...WORLD, FromPort: 80, ToPort: 80 }, { ...WORLD, FromPort: 443, ToPort: 443 },
    ],
  }),
  Environment: resource(
    'ElasticBeanstalk::Environment',
    {
      OptionSettings: [
        option('aws:autoscaling:launchconfiguration', 'IamInstanceProfile', ref('BeanstalkProfile')),
        option('aws:autoscaling:launchconfiguration', 'DisableIMDSv1', 'true'),
        option('aws:elasticbeanstalk:environment', 'ServiceRole', arnOf('ServiceRole')),
        option('aws:elasticbeanstalk:command', 'DeploymentPolicy', 'Rolling'),
        option('aws:autoscaling:updatepolicy:rollingupdate', 'RollingUpdateEnabled', 'true'),
        option('aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs', 'true'),
        option('aws:elasticbeanstalk:cloudwatch:logs', 'RetentionInDays', '30'),
        option('aws:ec2:vpc', 'ELBScheme', 'public'),
        option('aws:elbv2:loadbalancer', 'SecurityGroups', groupId('BeanstalkGroup')),
        option('aws:elbv2:listener:default', 'ListenerEnabled', 'true'),
        option('aws:elbv2:listener:443', 'ListenerEnabled', 'true'),
      ],
    },
    { DependsOn: ['BeanstalkPolicy', 'ServicePolicy'] },
  ),
});

/** A template that keeps every law. */
export function lawful(): TemplateJson {
  return { Resources: { ...network(), ...instances(), ...tasks(), ...front(), ...kept(), ...beanstalk() } };
}

/** The value of an option of the environment of Elastic Beanstalk, to be changed. */
export function setOption({ Resources: { Environment } }: TemplateJson, name: string, value: unknown): void {
  Environment.Properties!.OptionSettings.find(({ OptionName }: { OptionName: string }) => OptionName === name).Value =
    value;
}
