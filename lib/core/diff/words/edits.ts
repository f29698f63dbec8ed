import { Kind } from './ways';

/** What an edit of a running environment does by itself. */
export type Does = 'in place' | 'tasks' | 'instances' | 'another';

/** A part of a template that people edit, and what a change of it does. */
export interface Edit {
  readonly type: string;
  /** The path to a property, `*` for a name. The longest that fits counts; an empty one is the resource itself. */
  readonly path: string;
  /** What it is for people; `{1}` is the second name of the path. */
  readonly subject: string;
  readonly does: Does;
  /** How it happens, beyond what `does` says of all its kind. */
  readonly says?: string;
  /** Keys of the file and props that lead to it. */
  readonly from?: readonly string[];
  /** The troubles that it may lead to, by what else is there. */
  readonly may?: readonly Kind[];
}

const TASK = 'AWS::ECS::TaskDefinition';
const CONTAINER = 'ContainerDefinitions/*';
const SERVICE = 'AWS::ECS::Service';
const LAUNCH = 'AWS::EC2::LaunchTemplate';
const DATA = 'LaunchTemplateData';
const GROUP = 'AWS::AutoScaling::AutoScalingGroup';
const ELB = 'AWS::ElasticLoadBalancingV2';

const OF_CONTAINER: readonly (readonly [property: string, subject: string, ...from: string[]])[] = [
  ['Image', 'image', 'image'],
  ['Environment', 'environment', 'environment', 'environmentProperties'],
  ['EnvironmentFiles', 'environmentFiles', 'environmentFiles'],
  ['Secrets', 'secrets', 'secrets'],
  ['Command', 'command', 'command'],
  ['EntryPoint', 'entryPoint', 'entryPoint'],
  ['Memory', 'memory', 'memory'],
  ['MemoryReservation', 'memoryReservation', 'memoryReservation'],
  ['Cpu', 'cpu', 'cpu'],
  ['PortMappings', 'portMappings', 'hostPort', 'containerPort'],
  ['Links', 'links', 'links'],
  ['MountPoints', 'mountPoints', 'mountPoints'],
  ['LogConfiguration', 'logConfiguration', 'logConfiguration'],
  ['HealthCheck', 'healthCheck', 'healthCheck'],
  ['Essential', 'essential', 'essential'],
];

const OF_TASKS: readonly Edit[] = [
  { type: TASK, path: '', subject: 'task definition', does: 'tasks' },
  { type: TASK, path: CONTAINER, subject: 'container "{1}"', does: 'tasks', from: ['a container added or removed'] },
  ...OF_CONTAINER.map(([property, subject, ...from]): Edit => (
    { type: TASK, path: `${CONTAINER}/${property}`, subject: `${subject} of container "{1}"`, does: 'tasks', from }
  )),
  { type: TASK, path: 'Volumes', subject: 'volumes', does: 'tasks', from: ['volumes'] },
  {
    type: TASK, path: 'NetworkMode', subject: 'network mode', does: 'tasks', from: ['networkMode'],
    may: ['other target group'],
  },
  { type: TASK, path: 'TaskRoleArn', subject: 'role of the task', does: 'tasks', from: ['taskRole'] },
  { type: TASK, path: 'ExecutionRoleArn', subject: 'execution role', does: 'tasks', from: ['executionRole'] },
];

const OF_SERVICE: readonly Edit[] = [
  {
    type: SERVICE, path: 'DesiredCount', subject: 'number of tasks', does: 'in place',
    says: 'Amazon ECS starts what is missing or stops what is too much.', from: ['scheduling'],
  },
  {
    type: SERVICE, path: 'DeploymentConfiguration', subject: 'way of deployments ({1})', does: 'in place',
    says: 'It counts from the next deployment on, which this one is if tasks start anew.',
  },
  {
    type: SERVICE, path: 'DeploymentConfiguration/Strategy', subject: 'strategy of deployments', does: 'in place',
    says: 'It counts from the next deployment on, which this one is if tasks start anew.', from: ['strategy'],
    may: ['end of turns'],
  },
  { type: SERVICE, path: 'LoadBalancers', subject: 'target groups of the service', does: 'tasks' },
  { type: SERVICE, path: 'NetworkConfiguration', subject: 'network of the tasks', does: 'tasks' },
  { type: SERVICE, path: 'CapacityProviderStrategy', subject: 'capacity of the service', does: 'tasks' },
  {
    type: SERVICE, path: 'SchedulingStrategy', subject: 'scheduling', does: 'another', from: ['scheduling'],
    may: ['host port'],
  },
  { type: SERVICE, path: 'LaunchType', subject: 'launch type', does: 'another' },
  { type: SERVICE, path: '', subject: 'service', does: 'in place', says: 'Tasks that run stay.' },
];

const OF_INSTANCES: readonly Edit[] = [
  {
    type: LAUNCH, path: `${DATA}/InstanceType`, subject: 'instance type', does: 'instances', from: ['instanceType'],
    may: ['processor', 'all instances stop'],
  },
  {
    type: LAUNCH, path: `${DATA}/ImageId`, subject: 'machine image', does: 'instances',
    from: ['machineImage'], may: ['processor', 'all instances stop'],
  },
  {
    type: LAUNCH, path: `${DATA}/UserData`, subject: 'script that instances start with', does: 'instances',
    says: 'It has the digest of the source bundle and the commands that instances run at their start.',
    from: ['userDataCommands', 'sourceBundle'], may: ['all instances stop'],
  },
  {
    type: LAUNCH, path: `${DATA}/BlockDeviceMappings`, subject: 'disk of instances', does: 'instances',
    from: ['rootVolumeSize'],
  },
  { type: LAUNCH, path: `${DATA}/KeyName`, subject: 'key pair', does: 'instances', from: ['keyPair'] },
  { type: LAUNCH, path: '', subject: 'launch template', does: 'instances' },
  {
    type: GROUP, path: 'MinSize', subject: 'least number of instances', does: 'in place',
    says: 'Instances are started when there are fewer.', from: ['minCapacity'], may: ['all tasks stop'],
  },
  {
    type: GROUP, path: 'MaxSize', subject: 'largest number of instances', does: 'in place',
    says: 'Instances are drained and stopped when there are more.', from: ['maxCapacity'],
  },
  { type: GROUP, path: 'VPCZoneIdentifier', subject: 'subnets of instances', does: 'instances', from: ['vpcSubnets'] },
  {
    type: GROUP, path: 'MixedInstancesPolicy', subject: 'mix of instances', does: 'instances',
    from: ['alternativeInstanceTypes', 'onDemandBaseCapacity'],
  },
  { type: GROUP, path: '', subject: 'Auto Scaling group', does: 'in place' },
];

const OTHER_BALANCER =
  'Another load balancer with another address takes its place: whoever knows the old address and no domain name has to '
  + 'be told.';

const HEALTH = [
  'HealthCheckIntervalSeconds', 'HealthCheckPort', 'HealthCheckProtocol', 'HealthCheckTimeoutSeconds',
  'HealthyThresholdCount', 'UnhealthyThresholdCount', 'Matcher',
];

/** What a target group keeps, and the props that change it. */
const KEPT: readonly (readonly [property: string, ...from: string[]])[] = [
  ['Name', 'targetGroupName'], ['TargetType', 'networkMode'], ['Protocol', 'targetProtocol'],
  ['ProtocolVersion', 'protocolVersion'], ['Port'], ['VpcId'], ['IpAddressType'],
];

const OF_TRAFFIC: readonly Edit[] = [
  {
    type: `${ELB}::LoadBalancer`, path: 'Scheme', subject: 'scheme of the load balancer', does: 'another',
    says: OTHER_BALANCER, from: ['publicLoadBalancer', 'frontDoor'], may: ['other load balancer', 'two load balancers'],
  },
  {
    type: `${ELB}::LoadBalancer`, path: 'Type', subject: 'type of the load balancer', does: 'another',
    says: OTHER_BALANCER,
  },
  {
    type: `${ELB}::LoadBalancer`, path: 'Name', subject: 'name of the load balancer', does: 'another',
    says: OTHER_BALANCER, from: ['loadBalancerName'], may: ['other load balancer', 'two load balancers'],
  },
  {
    type: `${ELB}::LoadBalancer`, path: 'LoadBalancerAttributes', subject: '{1} of the load balancer', does: 'in place',
    from: ['deletionProtection', 'idleTimeout', 'accessLogsBucket'],
  },
  { type: `${ELB}::LoadBalancer`, path: '', subject: 'load balancer', does: 'in place' },
  {
    type: `${ELB}::Listener`, path: 'Port', subject: 'port of a listener', does: 'in place',
    says: 'Clients of the old port get no connection from then on.', from: ['listeners[].port'],
  },
  {
    type: `${ELB}::Listener`, path: 'DefaultActions', subject: 'way of what no rule takes', does: 'in place',
    from: ['listeners[].containerName', 'listeners[].instancePort', 'listeners[].defaultAction'],
    may: ['new target group', 'no listener', 'weights set back'],
  },
  {
    type: `${ELB}::Listener`, path: 'Certificates', subject: 'certificate', does: 'in place',
    says: 'Connections that are open stay, new ones get the new certificate.', from: ['certificates'],
  },
  { type: `${ELB}::Listener`, path: '', subject: 'listener', does: 'in place' },
  {
    type: `${ELB}::ListenerRule`, path: 'Conditions', subject: 'conditions of a rule', does: 'in place',
    from: ['rules[].pathPatterns', 'rules[].hostHeaders'], may: ['new target group', 'weights set back'],
  },
  {
    type: `${ELB}::ListenerRule`, path: 'Actions', subject: 'way of what a rule takes', does: 'in place',
    from: ['rules[].containerName', 'rules[].action'], may: ['new target group', 'weights set back'],
  },
  {
    type: `${ELB}::ListenerRule`, path: 'Priority', subject: 'priority of a rule', does: 'in place',
    from: ['rules[].priority'], may: ['taken', 'weights set back'],
  },
  { type: `${ELB}::ListenerRule`, path: '', subject: 'rule', does: 'in place' },
  {
    type: `${ELB}::TargetGroup`, path: 'HealthCheckPath', subject: 'path of the health check', does: 'in place',
    says: 'Tasks that run are asked for the new path at once: an image of before has to know it too.',
    from: ['healthCheck.path'],
  },
  {
    type: `${ELB}::TargetGroup`, path: 'TargetGroupAttributes', subject: '{1} of the target group', does: 'in place',
    from: ['deregistrationDelay', 'stickinessCookieDuration', 'slowStart'],
  },
  ...KEPT.map(([path, ...from]): Edit => ({
    type: `${ELB}::TargetGroup`, path, subject: `${path} of a target group`, does: 'another', from,
    may: ['other target group', 'unused group'],
  })),
  ...HEALTH.map((path): Edit => ({
    type: `${ELB}::TargetGroup`, path, subject: `${path} of a target group`, does: 'in place',
    says: 'It counts for the tasks that run, too.', from: ['healthCheck'],
  })),
  { type: `${ELB}::TargetGroup`, path: '', subject: 'target group', does: 'in place' },
  {
    type: 'AWS::Route53::RecordSet', path: '', subject: 'record of the domain name', does: 'in place',
    says: 'Clients follow when their answer from the DNS is a minute old.', from: ['domainName', 'frontDoor'],
  },
  {
    type: 'AWS::CloudFront::Distribution', path: '', subject: 'distribution', does: 'in place',
    says: 'CloudFront spreads it within minutes; its places go over one by one.', from: ['frontDoor'],
  },
];

const quiet = (type: string, subject: string, ...from: string[]): Edit => (
  { type, path: '', subject, does: 'in place', from }
);

const OF_THE_REST: readonly Edit[] = [
  quiet('AWS::CloudWatch::Alarm', 'alarm', 'alarms'),
  quiet('AWS::CloudWatch::Dashboard', 'dashboard', 'dashboard'),
  quiet('AWS::Logs::LogGroup', 'log group', 'logRetention'),
  quiet('AWS::ApplicationAutoScaling::ScalableTarget', 'bounds of the number of tasks', 'scheduling'),
  quiet('AWS::ApplicationAutoScaling::ScalingPolicy', 'scaling of tasks', 'scheduling'),
  quiet('AWS::AutoScaling::ScalingPolicy', 'scaling of instances', 'triggers'),
  quiet('AWS::AutoScaling::ScheduledAction', 'schedule of instances'),
  quiet('AWS::EC2::SecurityGroup', 'security group', 'allowedCidrs', 'open'),
  quiet('AWS::EC2::SecurityGroupIngress', 'rule of a security group', 'allowedCidrs', 'open'),
  quiet('AWS::EC2::SecurityGroupEgress', 'rule of a security group'),
  quiet('AWS::ECS::CapacityProvider', 'scaling of instances', 'scheduling'),
  {
    type: 'AWS::EC2::Route', path: '', subject: 'route', does: 'in place', from: ['nat'], may: ['way out'],
    says: 'Connections that are open outwards break, new ones take the new way.',
  },
  quiet('AWS::IAM::Policy', 'rights of a role'),
  quiet('AWS::IAM::Role', 'role'),
  quiet('AWS::SQS::Queue', 'queue', 'worker'),
  quiet('AWS::Scheduler::Schedule', 'schedule of a task', 'cron.yaml'),
];

/** Everything that has words of its own. */
export const EDITS: readonly Edit[] = [
  ...OF_TASKS, ...OF_SERVICE, ...OF_INSTANCES, ...OF_TRAFFIC, ...OF_THE_REST,
];

/** The row about a part of a resource; nothing for a type without words. */
export function editOf(type: string, path: readonly string[]): Edit | undefined {
  return EDITS.filter((edit) => edit.type === type && fits(edit.path, path))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

function fits(pattern: string, path: readonly string[]): boolean {
  if (pattern === '') return true;
  return pattern.split('/').every((name, index) => name === path[index] || (name === '*' && index < path.length));
}

export function subjectOf({ subject }: Edit, path: readonly string[]): string {
  return subject.replace(/\{(\d)\}/g, (_, index: string) => path[Number(index)] ?? '').replace(/ \(\)|^ of /, '');
}
