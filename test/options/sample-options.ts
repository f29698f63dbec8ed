import { CATALOGUE } from '../../lib/core/options/catalogue';
import { CatalogueNamespace, CatalogueOption } from '../../lib/core/options/catalogue/option';

/** One option with a value that is no default and that a file for both targets can do with. */
export interface Sample {
  readonly namespace: string;
  readonly optionName: string;
  readonly value: string;
  /** Options without which it would say nothing. */
  readonly beside: readonly Beside[];
}

export type Beside = readonly [namespace: string, optionName: string, value: string];

/** Texts and lists, which have no values to choose from, and figures that have to fit others. */
const VALUES: Readonly<Record<string, string>> = {
  'Custom Availability Zones': 'eu-west-1a,eu-west-1b', 'StartTime': '2030-01-01T00:00:00Z', 'EndTime': '2031-01-01T00:00:00Z', 'Recurrence': '0 8 * * *',
  'PauseTime': 'PT5M', 'Timeout': '700', 'IamInstanceProfile': 'app-profile', 'EC2KeyName': 'ops', 'ImageId': 'ami-0123456789abcdef0', 'InstanceType': 't3.large',
  'SecurityGroups': 'sg-0123456789abcdef0', 'SSHSourceRestriction': 'tcp, 22, 22, 10.0.0.0/16', 'BlockDeviceMappings': '/dev/sdj=:100:true:gp3',
  'InstanceTypes': 't3.large,t3a.large', 'SpotMaxPrice': '0.5', 'SupportedArchitectures': 'x86_64', 'VPCId': 'vpc-0123456789abcdef0', 'Subnets': 'subnet-1,subnet-2',
  'ELBSubnets': 'subnet-3,subnet-4', 'DBSubnets': 'subnet-5,subnet-6', 'DefaultProcess': 'web', 'Rules': 'own',
  'SSLCertificateArns': 'arn:aws:acm:eu-west-1:123456789012:certificate/1', 'SSLPolicy': 'ELBSecurityPolicy-2016-08', 'HostHeaders': 'www.example.com',
  'PathPatterns': '/api/*', 'Process': 'web', 'AccessLogsS3Bucket': 'logs', 'AccessLogsS3Prefix': 'shop', 'ManagedSecurityGroup': 'sg-0123456789abcdef0',
  'SharedLoadBalancer': 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shared/1', 'HealthCheckPath': '/up', 'MatcherHTTPCode': '204',
  'Port': '8080', 'Availability Zones': 'Any 3', 'RootVolumeSize': '40', 'InstancePort': '8080', 'Target': 'HTTP:8080/up', 'SSLCertificateId': 'arn:aws:acm:eu-west-1:123456789012:certificate/1', 'PolicyNames': 'own',
  'LoadBalancerPorts': '80', 'CookieName': 'session', 'InstancePorts': '80', 'PublicKey': 'key', 'PublicKeyPolicyNames': 'own', 'SSLProtocols': 'Protocol-TLSv1.2',
  'SSLReferencePolicy': 'ELBSecurityPolicy-2016-08', 'Application Healthcheck URL': '/up', 'ServiceRole': 'beanstalk', 'ConfigDocument': '{"Version":1}',
  'PreferredStartTime': 'Sun:02:30', 'ServiceRoleForManagedUpdates': 'AWSServiceRoleForElasticBeanstalkManagedUpdates', 'Notification Endpoint': 'ops@example.com',
  'Notification Topic ARN': 'arn:aws:sns:eu-west-1:123456789012:ops', 'Notification Topic Name': 'ops', 'HttpPath': '/work', 'MimeType': 'text/plain',
  'WorkerQueueURL': 'https://sqs.eu-west-1.amazonaws.com/123456789012/jobs', 'LowerThreshold': '20', 'UpperThreshold': '7000000', 'LowerBreachScaleIncrement': '-2',
  'UpperBreachScaleIncrement': '2', 'MinSize': '3', 'MaxSize': '6', 'DesiredCapacity': '5', 'MeasureName': 'NetworkIn', 'Unit': 'Bytes', 'HealthCheckTimeout': '4',
  'Statistic': 'Maximum', 'HealthCheckInterval': '30', 'Interval': '30', 'NumProcesses': '2', 'NumThreads': '8', 'max_execution_time': '30',
};

/** Values that an option has in one namespace only. */
const OWN_VALUES: Readonly<Record<string, string>> = {
  'aws:autoscaling:updatepolicy:rollingupdate Timeout': 'PT40M',
  'aws:elb:healthcheck Timeout': '4',
  'aws:elbv2:listener:<port> Protocol': 'HTTP',
  'aws:elbv2:listener:default Protocol': 'HTTP',
  'aws:elasticbeanstalk:environment:process:default Protocol': 'HTTPS',
  'aws:elasticbeanstalk:environment:process:<process> Protocol': 'HTTPS',
  'aws:elb:listener ListenerProtocol': 'HTTP',
  'aws:elb:listener:<port> ListenerProtocol': 'HTTP',
  'aws:elb:listener InstanceProtocol': 'HTTPS',
  'aws:elb:listener:<port> InstanceProtocol': 'HTTPS',
  'aws:elbv2:listener:<port> ListenerEnabled': 'true',
  'aws:elb:listener:<port> ListenerEnabled': 'true',
  'aws:elasticbeanstalk:environment LoadBalancerType': 'classic',
  'aws:elasticbeanstalk:command DeploymentPolicy': 'Rolling',
  'aws:elasticbeanstalk:command BatchSize': '30',
};

const LISTENER: readonly Beside[] = [['aws:elbv2:listener:8080', 'ListenerEnabled', 'true']];
const SECURE: readonly Beside[] = [['aws:elbv2:listener:8080', 'SSLCertificateArns', VALUES.SSLCertificateArns], ['aws:elbv2:listener:8080', 'Protocol', 'HTTPS']];
const USUAL_SECURE: readonly Beside[] = [['aws:elbv2:listener:default', 'SSLCertificateArns', VALUES.SSLCertificateArns], ['aws:elbv2:listener:default', 'Protocol', 'HTTPS']];
const RULE: readonly Beside[] = [['aws:elbv2:listener:default', 'Rules', 'own'], ['aws:elbv2:listenerrule:own', 'PathPatterns', '/api/*']];
const SPOT: readonly Beside[] = [['aws:ec2:instances', 'EnableSpot', 'true']];
const WEB: readonly Beside[] = [['aws:elasticbeanstalk:environment:process:web', 'Port', '8080']];
const VPC_ID: Beside = ['aws:ec2:vpc', 'VPCId', VALUES.VPCId];
const LOAD_BALANCER_SUBNETS: Beside = ['aws:ec2:vpc', 'ELBSubnets', VALUES.ELBSubnets];
const VPC: readonly Beside[] = [VPC_ID, ['aws:ec2:vpc', 'Subnets', VALUES.Subnets], LOAD_BALANCER_SUBNETS];
const SCHEDULE: readonly Beside[] = [['aws:autoscaling:scheduledaction', 'Recurrence', VALUES.Recurrence], ['aws:autoscaling:scheduledaction', 'MinSize', '3']];

/** What goes with an option, by its name or by its namespace and name. */
const BESIDE: Readonly<Record<string, readonly Beside[]>> = {
  'EnableCapacityRebalancing': SPOT, 'SpotAllocationStrategy': SPOT, 'SpotFleetOnDemandBase': SPOT, 'SpotFleetOnDemandAboveBasePercentage': SPOT, 'SpotMaxPrice': SPOT,
  'InstanceTypes': SPOT, 'VPCId': VPC.slice(1), 'Subnets': [VPC_ID, LOAD_BALANCER_SUBNETS], 'ELBSubnets': VPC.slice(0, 2), 'DBSubnets': VPC, 'Process': [...RULE, ...WEB], 'DefaultProcess': WEB,
  'Rules': RULE.slice(1), 'aws:elbv2:listenerrule:<rule>': RULE, 'aws:elbv2:listenerrule:<rule> Process': [...RULE, ...WEB], 'IpAddressType': VPC, 'aws:autoscaling:scheduledaction': SCHEDULE,
  'aws:elasticbeanstalk:environment:process:<process>': [['aws:elbv2:listener:default', 'DefaultProcess', 'own']],
  'aws:elbv2:listener:<port> SSLPolicy': SECURE, 'aws:elbv2:listener:default SSLPolicy': USUAL_SECURE,
  'aws:elbv2:listener:<port> SSLCertificateArns': SECURE.slice(1), 'aws:elbv2:listener:default SSLCertificateArns': USUAL_SECURE.slice(1),
  'aws:elbv2:listener:default ListenerEnabled': LISTENER,
  'aws:elb:listener:<port> SSLCertificateId': [['aws:elb:listener:8080', 'ListenerProtocol', 'HTTPS']],
  'aws:elb:listener ListenerEnabled': [['aws:elb:listener:8080', 'ListenerProtocol', 'HTTP']],
  'AccessLogsS3Bucket': [['aws:elbv2:loadbalancer', 'AccessLogsS3Enabled', 'true']],
  'AccessLogsS3Enabled': [['aws:elbv2:loadbalancer', 'AccessLogsS3Bucket', 'logs']],
  'AccessLogsS3Prefix': [['aws:elbv2:loadbalancer', 'AccessLogsS3Enabled', 'true'], ['aws:elbv2:loadbalancer', 'AccessLogsS3Bucket', 'logs']],
  'StickinessLBCookieDuration': [['aws:elasticbeanstalk:environment:process:default', 'StickinessEnabled', 'true'], ['aws:elasticbeanstalk:environment:process:own', 'StickinessEnabled', 'true']],
  'StickinessType': [['aws:elasticbeanstalk:environment:process:default', 'StickinessEnabled', 'true'], ['aws:elasticbeanstalk:environment:process:own', 'StickinessEnabled', 'true']],
  'aws:elb:policies Stickiness Cookie Expiration': [['aws:elb:policies', 'Stickiness Policy', 'true']],
  'BatchSize': [['aws:elasticbeanstalk:command', 'DeploymentPolicy', 'Rolling']],
  'BatchSizeType': [['aws:elasticbeanstalk:command', 'DeploymentPolicy', 'Rolling'], ['aws:elasticbeanstalk:command', 'BatchSize', '2']],
  'aws:elasticbeanstalk:trafficsplitting': [['aws:elasticbeanstalk:command', 'DeploymentPolicy', 'TrafficSplitting']],
  'Unit': [['aws:autoscaling:trigger', 'MeasureName', 'NetworkIn']],
};

/** A name in the place of `<port>` and the like. */
export function concrete(name: string): string {
  return name.replace('<port>', '8080').replace(/<\w+>/, 'own');
}

function valueOf(namespace: CatalogueNamespace, option: CatalogueOption): string {
  const own = OWN_VALUES[`${namespace.name} ${option.name}`] ?? VALUES[option.name];
  if (own !== undefined) return own;
  if (option.type === 'flag') return option.default?.toLowerCase() === 'true' ? 'false' : 'true';
  if (option.type === 'choice') return option.values!.find((value) => value !== option.default) ?? option.values![0];
  if (option.type === 'whole') return String(Number(option.default ?? option.min) === option.max ? option.max! - 1 : Number(option.default ?? option.min) + 1);
  return 'own';
}

function sampleOf(namespace: CatalogueNamespace, option: CatalogueOption): Sample {
  const key = `${namespace.name} ${option.name}`;
  const beside = BESIDE[key] ?? BESIDE[namespace.name] ?? BESIDE[option.name] ?? [];
  const isItself = ([other, name]: Beside) => other === concrete(namespace.name) && name === option.name;
  const sticks = option.name.startsWith('StickinessL') || option.name === 'StickinessType' ? BESIDE[option.name] : [];
  const all = [...beside, ...sticks].filter((other) => !isItself(other));
  return { namespace: concrete(namespace.name), optionName: option.name, value: valueOf(namespace, option), beside: all };
}

/** What stands for the names of an open namespace. */
function openSample({ name }: CatalogueNamespace): Sample {
  const value = name.endsWith('environmentsecrets') ? 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db' : 'live';
  return { namespace: name, optionName: 'STAGE', value, beside: [] };
}

/** Two containers that the samples may name. */
export const FILE = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [
    { name: 'web', image: 'example/web:1.0', memory: 128, portMappings: [{ hostPort: 80, containerPort: 8000 }] },
    { name: 'admin', image: 'example/admin:1.0', memory: 128, portMappings: [{ hostPort: 8080, containerPort: 9000 }] },
  ],
});

/** Every option of the catalogue, and one of each namespace that takes any name. */
export const SAMPLES: readonly (readonly [string, Sample])[] = CATALOGUE.flatMap((namespace) => [
  ...namespace.options.map((option) => [`${namespace.name} ${option.name}`, sampleOf(namespace, option)] as const),
  ...namespace.open === undefined || namespace.internal ? [] : [[`${namespace.name} *`, openSample(namespace)] as const],
]);
