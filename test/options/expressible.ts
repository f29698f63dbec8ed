import { BeanstalkChoices, DeploymentSettings } from '../../lib/core/settings/beanstalk/beanstalk';
import { GroupScheduleSettings, OnePerInstanceSettings, TriggerSettings } from '../../lib/core/settings/service/scheduling';
import { EnvironmentSettings, HealthCheckSettings, ListenerSettings, RuleSettings } from '../../lib/core/settings/settings';
import { WorkerSettings } from '../../lib/core/settings/worker/worker';

/* Which props option settings can say, and why they cannot say the others. A prop in neither list does not compile. */
type Classified<T> = Readonly<Record<keyof T, string>>;
export const YES = 'expressible';
const OF_NETWORK = 'options name a network, they make none';
const OF_ECS = 'Elastic Beanstalk has no option for it, so that it is refused';
export const OF_APP = 'it is an object of the app, of which options know the name at most';
const OF_FILE = 'the bundle holds it, not the options';

export const ENVIRONMENT: Classified<EnvironmentSettings> = {
  vpc: YES, loadBalancerSubnets: YES, publicLoadBalancer: YES, ipAddressType: YES, idleTimeout: YES, accessLogsBucket: YES,
  accessLogsPrefix: YES,
  instanceType: YES, alternativeInstanceTypes: YES, onDemandBaseCapacity: YES, onDemandPercentageAboveBaseCapacity: YES, minCapacity: YES,
  maxCapacity: YES,
  rootVolumeSize: YES, detailedMonitoring: YES, keyPair: YES, scheduling: YES, listeners: YES, environmentProperties: YES, logRetention: YES,
  beanstalk: YES,
  worker: YES,
  maxAzs: OF_NETWORK, cidr: OF_NETWORK, nat: OF_NETWORK,
  flowLogs: OF_NETWORK, restrictDefaultSecurityGroup: OF_NETWORK, facts: 'they are derived from what options name',
  vpcSubnets: 'options name each subnet, not the kind of it', instanceSecurityGroups: 'options name the group of the environment among them',
  certificates: 'it becomes those of listener 443', redirectHTTP: OF_FILE, loadBalancerKind: 'it is for load balancers without listeners',
  sourceBundle: OF_FILE, repositories: 'they are made by a construct of their own', environmentFiles: OF_ECS, images: OF_ECS, imageNames: OF_ECS, secrets: OF_ECS, registryCredentials: OF_ECS, taskRole: OF_ECS,
  executionRole: OF_ECS,
  networkMode: OF_ECS, frontDoor: OF_ECS, domainName: OF_ECS, domainZone: OF_ECS, subjectAlternativeNames: OF_ECS, loadBalancerName: OF_ECS,
  dropInvalidHeaderFields: OF_ECS, deletionProtection: OF_ECS, webAclArn: OF_ECS, machineImage: OF_ECS, userDataCommands: OF_ECS,
  imdsHopLimit: OF_ECS,
  maxInstanceLifetime: OF_ECS, defaultInstanceWarmup: OF_ECS, instancePolicy: OF_ECS, containerInsights: OF_ECS, logGroup: OF_ECS,
  logEncryptionKey: OF_ECS, enableExecuteCommand: OF_ECS, volumes: OF_ECS, alarms: OF_ECS, dashboard: OF_ECS, neighbors: OF_ECS, rules: OF_ECS,
  networkRoutes: OF_ECS, sharedListeners: OF_ECS, groupSchedules: OF_ECS, managedScaling: OF_ECS,
};
export const LISTENER: Classified<ListenerSettings> = {
  port: YES, protocol: YES, certificates: YES, sslPolicy: YES, rules: YES, instancePort: YES, healthCheck: YES, deregistrationDelay: YES,
  stickinessCookieDuration: YES, targetProtocol: YES,
  containerName: 'options name the port of the instance', containerPort: 'options name the port of the instance', targetGroupName: OF_ECS,
  slowStart: OF_ECS, preserveClientIp: OF_ECS,
  protocolVersion: OF_ECS, action: OF_ECS, tcpIdleTimeout: OF_ECS, open: 'it is a security group of the stack',
  allowedCidrs: 'it is a security group of the stack', allowedSecurityGroups: 'it is a security group of the stack',
};
export const RULE: Classified<Omit<RuleSettings, keyof ListenerSettings>> = { pathPatterns: YES, hostHeaders: YES, priority: YES };
export const CHECK: Classified<HealthCheckSettings> = {
  path: YES, healthyHttpCodes: YES, interval: YES, timeout: YES, healthyThresholdCount: YES, unhealthyThresholdCount: YES, port: OF_ECS,
  healthyGrpcCodes: OF_ECS,
};
export const SCHEDULING: Classified<OnePerInstanceSettings> = {
  kind: YES, triggers: YES, schedules: YES, cooldown: YES, minHealthyPercent: OF_ECS,
  healthCheckGracePeriod: OF_ECS, deploymentAlarms: OF_ECS,
};
export const TRIGGER: Classified<TriggerSettings> = {
  metric: YES, statistic: YES, unit: YES, period: YES, evaluationPeriods: YES, breachDuration: YES, lowerThreshold: YES,
  lowerBreachScaleIncrement: YES, upperThreshold: YES, upperBreachScaleIncrement: YES,
};
export const SCHEDULE: Classified<GroupScheduleSettings> = {
  name: YES, minCapacity: YES, maxCapacity: YES, desiredCapacity: YES, recurrence: YES, startTime: YES, endTime: YES,
  suspend: 'a schedule that is suspended is left out',
};
export const BEANSTALK: Classified<BeanstalkChoices> = {
  deployment: YES, updateTime: YES, singleInstance: YES, environmentSecrets: YES, notificationsTopic: YES, notificationsEmail: YES,
  sharedLoadBalancer: OF_APP, retiredEnvironmentProperties: 'what is retired is empty', retiredListeners: 'what is retired is off',
  retiredSchedules: 'what is retired is suspended',
  options: 'they have no prop', platform: OF_FILE, defaultGroup: OF_FILE, bundleRules: OF_FILE, shipped: OF_FILE, environmentName: OF_FILE, cnamePrefix: OF_FILE,
};
export const DEPLOYMENT: Classified<DeploymentSettings> = {
  policy: YES, batchPercent: YES, batchSize: YES, newVersionPercent: YES, evaluationTime: YES,
};
export const WORKER: Classified<WorkerSettings> = {
  visibilityTimeout: YES, retentionPeriod: YES, maxReceiveCount: YES, queue: OF_APP,
  consumer: 'options say what the daemon does, not who consumes',
  variable: 'it is the name of an environment property', backlogPerTask: OF_ECS, periodicTasks: OF_FILE, cronTasks: OF_FILE, fifoQueue: OF_ECS, isAssumed: OF_FILE,
};
