import { planBeanstalk } from '../../lib/core/beanstalk';
import { readOptions } from '../../lib/core/reading/read-options';
import { drawBeanstalk } from '../../lib/core/report/draw-beanstalk';
import { document, linesOf, planOf, Settings, textOf, TWO } from './plans';

const WORKER: Settings = { worker: { consumer: { kind: 'daemon' }, queue: false }, beanstalk: {} };
const NETWORK: Settings = { listeners: [{ port: 443, protocol: 'TLS', certificates: 1, instancePort: 80 }, { port: 8080, protocol: 'TCP' }] };
const SHARED: Settings = {
  vpc: true, beanstalk: { sharedLoadBalancer: true },
  listeners: [{ port: 443, instancePort: 80, rules: [{ pathPatterns: ['/admin/*'], instancePort: 8080, priority: 5 }] }, { port: 8443, instancePort: 8080 }],
};
const SINGLE: Settings = { beanstalk: { singleInstance: true } };

/** The namespaces that belong to load balancers. */
const OF_BALANCERS = /^aws:(elbv2|elb):|:process:|trafficsplitting/;

function namespaces(settings: Settings): string[] {
  return [...new Set(planOf(settings).options.map(({ namespace }) => namespace))];
}

test('a worker has a daemon with its queue, and nothing of a load balancer', () => {
  const plan = planOf(WORKER);
  expect([plan.tier, plan.front, plan.networkFront, plan.processes]).toEqual(['Worker', null, null, []]);
  expect(linesOf(plan, 'aws:elasticbeanstalk:sqsd')).toEqual([
    'aws:elasticbeanstalk:sqsd WorkerQueueURL = <queue>',
    'aws:elasticbeanstalk:sqsd HttpPath = /',
    'aws:elasticbeanstalk:sqsd MimeType = application/json',
    'aws:elasticbeanstalk:sqsd HttpConnections = 50',
    'aws:elasticbeanstalk:sqsd ConnectTimeout = 5',
    'aws:elasticbeanstalk:sqsd InactivityTimeout = 299',
    'aws:elasticbeanstalk:sqsd VisibilityTimeout = 300',
    'aws:elasticbeanstalk:sqsd ErrorVisibilityTimeout = 2',
    'aws:elasticbeanstalk:sqsd RetentionPeriod = 345600',
    'aws:elasticbeanstalk:sqsd MaxRetries = 10',
  ]);
  expect(namespaces(WORKER).filter((namespace) => OF_BALANCERS.test(namespace))).toEqual([]);
  expect(linesOf(plan, 'aws:ec2:vpc').map((line) => line.split(' ')[1])).toEqual(['VPCId', 'Subnets', 'AssociatePublicIpAddress']);
});

test('a dispatcher says the same as the daemon, so that one worker fits both targets', () => {
  const dispatcher = { kind: 'dispatcher', path: '/work', contentType: 'text/plain', containerName: 'web', containerPort: 8000 } as const;
  const daemon = { kind: 'daemon', path: '/work', contentType: 'text/plain' } as const;
  const queue = { queue: false, visibilityTimeout: 60 };
  const lines = [dispatcher, daemon].map((consumer) => linesOf(planOf({ worker: { consumer, ...queue }, beanstalk: {} })));
  expect(lines[0]).toEqual(lines[1]);
  expect(lines[0]).toEqual(expect.arrayContaining(['aws:elasticbeanstalk:sqsd HttpPath = /work', 'aws:elasticbeanstalk:sqsd InactivityTimeout = 59']));
});

test('what the daemon is told wins over what follows from the queue', () => {
  const consumer = { kind: 'daemon', httpConnections: 1, connectTimeout: 60, inactivityTimeout: 36_000, errorVisibilityTimeout: 0 } as const;
  const plan = planOf({ worker: { consumer, queue: true }, beanstalk: {} });
  const lines = linesOf(plan, 'aws:elasticbeanstalk:sqsd').map((line) => line.split(' ').slice(1).join(' '));
  expect(lines).toEqual(expect.arrayContaining(['HttpConnections = 1', 'ConnectTimeout = 60', 'InactivityTimeout = 36000', 'ErrorVisibilityTimeout = 0']));
});

test.each([[0, 1], [1, 1], [43_200, 36_000]])('a message that comes back after %i s may take %i s', (visibilityTimeout, inactivity) => {
  const plan = planOf({ worker: { consumer: { kind: 'daemon' }, queue: false, visibilityTimeout }, beanstalk: {} });
  expect(linesOf(plan, 'aws:elasticbeanstalk:sqsd')).toContain(`aws:elasticbeanstalk:sqsd InactivityTimeout = ${inactivity}`);
});

test('periodic tasks are a cron.yaml with those of the bundle; without any the bundle keeps its own', () => {
  const cronTasks = [{ name: 'report', url: '/old', schedule: '0 1 * * *' }, { name: 'sweep', url: '/sweep', schedule: '0 2 * * *' }];
  const periodicTasks = [{ name: 'report', url: '/report', schedule: '0 7 * * 1-5' }];
  const worker = { consumer: { kind: 'daemon' }, queue: false, cronTasks } as const;
  const { extensions } = planOf({ worker: { ...worker, periodicTasks }, beanstalk: {} });
  expect(Object.keys(extensions)).toEqual(['cron.yaml']);
  expect(JSON.parse(extensions['cron.yaml'])).toEqual({ version: 1, cron: [...periodicTasks, cronTasks[1]] });
  expect(planOf({ worker, beanstalk: {} }).extensions).toEqual({});
});

test('a single instance is one, without a load balancer, and all of it changes at once', () => {
  const plan = planOf(SINGLE);
  expect(namespaces(SINGLE).filter((namespace) => OF_BALANCERS.test(namespace) || namespace === 'aws:autoscaling:trigger')).toEqual([]);
  expect(linesOf(plan)).toEqual(expect.arrayContaining([
    'aws:elasticbeanstalk:environment EnvironmentType = SingleInstance',
    'aws:autoscaling:asg MinSize = 1', 'aws:autoscaling:asg MaxSize = 1',
    'aws:autoscaling:updatepolicy:rollingupdate RollingUpdateEnabled = false',
    'aws:elasticbeanstalk:command DeploymentPolicy = AllAtOnce',
    'aws:ec2:vpc AssociatePublicIpAddress = true',
  ]));
  expect([plan.network.nat, plan.network.natGateways, plan.network.endpoints]).toEqual(['none', 0, []]);
});

test('listeners for connections make a Network Load Balancer', () => {
  const plan = planOf(NETWORK);
  expect(plan.processes).toEqual([{ name: 'default', hostPort: 80, route: '443' }, { name: 'route8080', hostPort: 8080, route: '8080' }]);
  expect(linesOf(plan).filter((line) => /elbv2|process|LoadBalance/.test(line))).toEqual([
    'aws:elasticbeanstalk:environment EnvironmentType = LoadBalanced',
    'aws:elasticbeanstalk:environment LoadBalancerType = network',
    'aws:elbv2:loadbalancer IpAddressType = ipv4',
    'aws:elbv2:listener:default ListenerEnabled = false',
    'aws:elbv2:listener:default Protocol = TCP',
    'aws:elbv2:listener:default DefaultProcess = default',
    'aws:elbv2:listener:443 ListenerEnabled = true',
    'aws:elbv2:listener:443 Protocol = TLS',
    'aws:elbv2:listener:443 DefaultProcess = default',
    'aws:elbv2:listener:443 SSLCertificateArns = <certificate>',
    'aws:elbv2:listener:443 SSLPolicy = ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    'aws:elbv2:listener:8080 ListenerEnabled = true',
    'aws:elbv2:listener:8080 Protocol = TCP',
    'aws:elbv2:listener:8080 DefaultProcess = route8080',
    ...[['default', 80], ['route8080', 8080]].flatMap(([name, port]) => [
      `Port = ${port}`, 'Protocol = TCP', 'DeregistrationDelay = 20', 'HealthCheckInterval = 30', 'HealthyThresholdCount = 5', 'UnhealthyThresholdCount = 5',
    ].map((option) => `aws:elasticbeanstalk:environment:process:${name} ${option}`)),
  ]);
});

test('one threshold of a Network Load Balancer is both', () => {
  const lines = linesOf(planOf({ listeners: [{ port: 80, protocol: 'TCP', healthCheck: { unhealthyThresholdCount: 2, interval: 10 } }] }), 'aws:elasticbeanstalk:environment:process');
  expect(lines.slice(3).map((line) => line.split(' ').slice(1).join(' '))).toEqual(['HealthCheckInterval = 10', 'HealthyThresholdCount = 2', 'UnhealthyThresholdCount = 2']);
});

test('a shared load balancer gets rules on its listeners, and Beanstalk\'s own on the main one', () => {
  const plan = planOf(SHARED);
  const lines = linesOf(plan).filter((line) => /elbv2|process:\S+ Port|LoadBalance|^aws:ec2:vpc/.test(line));
  expect(lines).toEqual([
    'aws:elasticbeanstalk:environment EnvironmentType = LoadBalanced',
    'aws:elasticbeanstalk:environment LoadBalancerType = application',
    'aws:elasticbeanstalk:environment LoadBalancerIsShared = true',
    'aws:elbv2:loadbalancer SharedLoadBalancer = <shared-load-balancer>',
    'aws:elbv2:loadbalancer SecurityGroups = <shared-load-balancer-security-groups>',
    'aws:elbv2:listener:443 Rules = rule443No5,default',
    'aws:elbv2:listenerrule:rule443No5 PathPatterns = /admin/*',
    'aws:elbv2:listenerrule:rule443No5 Priority = 5',
    'aws:elbv2:listenerrule:rule443No5 Process = route80Ruleadmin',
    'aws:elbv2:listener:8443 Rules = rule8443',
    'aws:elbv2:listenerrule:rule8443 Priority = 1000',
    'aws:elbv2:listenerrule:rule8443 Process = route8443',
    'aws:elasticbeanstalk:environment:process:default Port = 80',
    'aws:elasticbeanstalk:environment:process:route80Ruleadmin Port = 8080',
    'aws:elasticbeanstalk:environment:process:route8443 Port = 8080',
    'aws:ec2:vpc VPCId = <vpc>',
    'aws:ec2:vpc Subnets = <instance-subnets>',
    'aws:ec2:vpc AssociatePublicIpAddress = false',
  ]);
});

test.each([
  [[80, 8080, 443], 80], [[443, 80], 80], [[8443, 443], 443], [[9000, 8080], 8080],
])('of listeners %j the one on %i leads to the process that Beanstalk makes, in any order', (ports, main) => {
  const listeners = ports.map((port) => ({ port, instancePort: 80, ...port === 443 ? { certificates: 1 } : {} }));
  const names = (all: typeof listeners) => Object.fromEntries(planOf({ listeners: all }).processes.map(({ name, route }) => [route, name]));
  expect(names(listeners)).toEqual(names([...listeners].reverse()));
  expect(names(listeners)).toEqual(Object.fromEntries(ports.map((port) => [String(port === 443 && !ports.includes(80) ? 80 : port), port === main ? 'default' : `route${port}`])));
});

test('what is retired is switched off or emptied', () => {
  const plan = planOf({ environmentProperties: { STAGE: 'live' }, beanstalk: { retiredEnvironmentProperties: ['OLD'], retiredListeners: [8080], retiredSchedules: ['Night'] } });
  expect(linesOf(plan, 'aws:autoscaling:scheduledaction')).toEqual(['aws:autoscaling:scheduledaction Suspend [Night] = true']);
  expect(linesOf(plan, 'aws:elasticbeanstalk:application:environment')).toEqual([
    'aws:elasticbeanstalk:application:environment STAGE = live',
    'aws:elasticbeanstalk:application:environment OLD = ',
  ]);
  expect(linesOf(plan, 'aws:elbv2:listener:8080')).toEqual(['aws:elbv2:listener:8080 ListenerEnabled = false', 'aws:elbv2:listener:8080 DefaultProcess = default']);
});

test('secrets, notifications, access logs and the retention of logs', () => {
  const file = document([{ name: 'web', image: 'a/b:1', memory: 64, portMappings: [{ hostPort: 80, containerPort: 80 }] }], { executionRoleArn: 'arn:aws:iam::123456789012:role/agent' });
  const plan = planOf({
    accessLogsBucket: { usesKms: false, isOwned: true }, accessLogsPrefix: 'shop', logRetention: 90,
    beanstalk: { environmentSecrets: ['PASSWORD'], notificationsEmail: 'team@example.com' },
  }, file);
  expect(linesOf(plan)).toEqual(expect.arrayContaining([
    'aws:elasticbeanstalk:application:environmentsecrets PASSWORD = <secret>',
    'aws:elasticbeanstalk:sns:topics Notification Endpoint = team@example.com',
    'aws:elbv2:loadbalancer AccessLogsS3Enabled = true',
    'aws:elbv2:loadbalancer AccessLogsS3Bucket = <access-logs-bucket>',
    'aws:elbv2:loadbalancer AccessLogsS3Prefix = shop',
    'aws:elasticbeanstalk:cloudwatch:logs RetentionInDays = 90',
    'aws:elasticbeanstalk:cloudwatch:logs:health RetentionInDays = 90',
  ]));
  expect(linesOf(planOf({ beanstalk: { notificationsTopic: true } }), 'aws:elasticbeanstalk:sns:topics')).toContain('aws:elasticbeanstalk:sns:topics Notification Topic ARN = <notifications-topic>');
});

test.each([
  ['worker', WORKER, ['queue → daemon → host port 80/']],
  ['network', NETWORK, ['internet → TLS 443 → target group (instance) → host port 80 → web:8000', 'internet → TCP 8080 → target group (instance) → host port 8080 → admin:9000']],
  ['single', SINGLE, ['internet → HTTP 80 → host port 80 → web:8000']],
] as const)('the way of a request in a %s environment', (_, settings, expected) => {
  const [traffic] = drawBeanstalk(planOf(settings)).split('\n\n');
  expect(traffic.split('\n').slice(1).map((line) => line.trim())).toEqual(expected);
});

test('a single instance does not scale, and nobody says so', () => {
  const topics = (settings: Settings) => planOf(settings).decisions.map(({ topic }) => topic);
  expect([topics(SINGLE).includes('scaling'), topics(WORKER).includes('scaling')]).toEqual([false, true]);
});

/** What stands for objects of a stack whose options want more than a name. */
const STAND_INS: Readonly<Record<string, string>> = { '<certificate>': 'arn:aws:acm:eu-west-1:123456789012:certificate/1' };

test.each([
  ['worker', WORKER, { tier: 'worker' }],
  ['network', NETWORK, { tier: 'web', loadBalancer: 'network' }],
  ['shared', SHARED, { tier: 'web', loadBalancer: 'application' }],
  ['single', SINGLE, { tier: 'web', loadBalancer: 'none' }],
] as const)('the catalogue of options finds nothing in a %s environment', (_, settings, environment) => {
  const props = planOf(settings).options.map((option) => {
    const text = textOf(option);
    return { namespace: option.namespace, optionName: option.name, value: STAND_INS[text] ?? text.replace(/[<>]/g, '') };
  });
  const { files } = readOptions({ sources: [], props, environment });
  expect(files.flatMap(({ findings }) => findings.map(({ message }) => message))).toEqual([]);
});

/** Namespaces whose names are open-ended, and names that no default template has. */
const OPEN = /:application:environment|:listener:|:listenerrule:|:process:|scheduledaction/;

test('fixed options do not depend on what is chosen', () => {
  const keys = (settings: Settings) => planOf(settings).options.filter(({ namespace }) => !OPEN.test(namespace)).map(({ namespace, name }) => `${namespace} ${name}`);
  const richer: Settings = {
    instanceType: 'm7g.large', alternativeInstanceTypes: ['m6g.large'], onDemandPercentageAboveBaseCapacity: 50, publicLoadBalancer: false, idleTimeout: 120,
    detailedMonitoring: true, rootVolumeSize: 50, minCapacity: 3, maxCapacity: 9, logRetention: 90,
    beanstalk: { deployment: { policy: 'TrafficSplitting' }, updateTime: 'Sun:02:30', notificationsEmail: 'team@example.com' },
  };
  expect(keys(richer)).toEqual(keys({}));
});

test('a plan that stands for nothing is refused', () => {
  expect(planBeanstalk(TWO, { vpc: false, worker: { consumer: { kind: 'polls' }, queue: false }, beanstalk: {} }).plan).toBeUndefined();
});
