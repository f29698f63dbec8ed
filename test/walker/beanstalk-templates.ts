import { BeanstalkWalk, walkBeanstalk } from './beanstalk';
import { Archive } from './beanstalk-version';
import { bridgeTemplate, Editable } from './templates';

export type Options = Record<string, unknown>;

const groupId = (id: string) => ({ 'Fn::GetAtt': [id, 'GroupId'] });

/** The options of an environment with one listener, one rule and a process for each, by namespace and name. */
const OPTIONS: Options = {
  'aws:elasticbeanstalk:environment LoadBalancerType': 'application',
  'aws:elbv2:loadbalancer SecurityGroups': groupId('FrontGroup'),
  'aws:elbv2:listener:default DefaultProcess': 'default',
  'aws:elbv2:listener:default Rules': 'admin',
  'aws:elbv2:listenerrule:admin PathPatterns': '/admin,/admin/*',
  'aws:elbv2:listenerrule:admin Process': 'admin',
  'aws:elasticbeanstalk:environment:process:default Port': '8080',
  'aws:elasticbeanstalk:environment:process:admin Port': '9090',
  'aws:ec2:vpc VPCId': { Ref: 'Vpc' },
  'aws:ec2:vpc ELBSubnets': { 'Fn::Join': ['', [{ Ref: 'PublicSubnet' }, ',', { Ref: 'OtherPublicSubnet' }]] },
  'aws:ec2:vpc Subnets': { Ref: 'PrivateSubnet' },
  'aws:autoscaling:launchconfiguration SecurityGroups': groupId('InstanceGroup'),
  'aws:autoscaling:launchconfiguration DisableDefaultEC2SecurityGroup': 'true',
};

const DOCKERRUN = {
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [
    { name: 'web', portMappings: [{ hostPort: 8080, containerPort: 3000 }] },
    { name: 'admin', portMappings: [{ hostPort: 9090, containerPort: 3000 }] },
    { name: 'database' },
  ],
};

/** Everything that a test may break before the walk. */
export interface Case {
  readonly resources: Editable['Resources'];
  readonly options: Options;
  readonly dockerrun: typeof DOCKERRUN & { containerDefinitions: any[] };
  readonly archive: Record<string, string>;
}

/** What of the template for Amazon ECS stands around the environment too. */
const AROUND = [
  'Vpc',
  'Gateway',
  'GatewayAttachment',
  'PublicSubnet',
  'PublicTable',
  'PublicAssociation',
  'PublicRoute',
  'PrivateSubnet',
  'FrontGroup',
  'FrontEgress',
  'TargetIngress',
  'InstanceGroup',
];

/**
 * An environment of Elastic Beanstalk whose listener leads to its two containers. Written by hand: no construct takes
 * part.
 */
export function beanstalkCase(): Case {
  const { Resources: all } = bridgeTemplate();
  const { FrontEgress, TargetIngress, PublicSubnet, PublicAssociation } = structuredClone(all);
  for (const { Properties } of [FrontEgress, TargetIngress]) {
    Object.assign(Properties, { FromPort: 9090, ToPort: 9090 });
  }
  PublicAssociation.Properties.SubnetId = { Ref: 'OtherPublicSubnet' };
  const resources = {
    ...Object.fromEntries(AROUND.map((id) => [id, all[id]])),
    AdminEgress: FrontEgress,
    AdminIngress: TargetIngress,
    OtherPublicSubnet: PublicSubnet,
    OtherAssociation: PublicAssociation,
    Application: resource('Application'),
    Version: resource('ApplicationVersion', {
      ApplicationName: { Ref: 'Application' }, SourceBundle: { S3Key: 'shop.zip' },
    }),
    Shop: resource('Environment', { ApplicationName: { Ref: 'Application' }, VersionLabel: { Ref: 'Version' } }),
  };
  return { resources, options: { ...OPTIONS }, dockerrun: structuredClone(DOCKERRUN), archive: {} };
}

/** The template and the archive of a case. */
export function templateOf({ resources, options, dockerrun, archive }: Case): {
  template: Editable;
  archives: Record<string, Archive>;
} {
  const settings = Object.entries(options).map(([key, Value]) => {
    const [Namespace, OptionName] = key.split(' ');
    return { Namespace, OptionName, Value };
  });
  const { Properties: properties } = resources.Shop;
  properties.OptionSettings = [...settings, ...(properties.OptionSettings ?? [])];
  return {
    template: { Resources: resources },
    archives: { 'shop.zip': { 'Dockerrun.aws.json': JSON.stringify(dockerrun), ...archive } },
  };
}

export function walked(change: (parts: Case) => void = () => {}, parts = beanstalkCase()): BeanstalkWalk {
  change(parts);
  const { template, archives } = templateOf(parts);
  return walkBeanstalk(template, archives);
}

/** What stands in the way after a change. */
export function broken(change: (parts: Case) => void, parts?: Case): string[] {
  const { environments, listeners } = walked(change, parts);
  return [...environments, ...listeners].flatMap(({ breaks }) => [...breaks]);
}

function resource(type: string, properties: Record<string, any> = {}): Editable['Resources'][string] {
  return { Type: `AWS::ElasticBeanstalk::${type}`, Properties: properties };
}
