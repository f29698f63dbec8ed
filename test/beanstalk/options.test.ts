import { readOptions } from '../../lib/core/reading/read-options';
import { linesOf, planOf, Settings, textOf } from './plans';

const CERTIFIED: Settings = { certificates: 1, listeners: [{ port: 443, instancePort: 80 }] };

test('every option is rendered, whatever it is', () => {
  expect(linesOf(planOf())).toMatchSnapshot();
});

test('the environment has a load balancer of its own, open or internal', () => {
  expect(linesOf(planOf(), 'aws:elbv2:loadbalancer')).toEqual([
    'aws:elbv2:loadbalancer IdleTimeout = 60',
    'aws:elbv2:loadbalancer IpAddressType = ipv4',
    'aws:elbv2:loadbalancer AccessLogsS3Enabled = false',
    'aws:elbv2:loadbalancer ManagedSecurityGroup = <load-balancer-security-group>',
    'aws:elbv2:loadbalancer SecurityGroups = <load-balancer-security-group>',
  ]);
  expect(linesOf(planOf(), 'aws:elasticbeanstalk:environment').slice(0, 4)).toEqual([
    'aws:elasticbeanstalk:environment EnvironmentType = LoadBalanced',
    'aws:elasticbeanstalk:environment LoadBalancerType = application',
    'aws:elasticbeanstalk:environment LoadBalancerIsShared = false',
    'aws:elasticbeanstalk:environment ServiceRole = <service-role>',
  ]);
  expect(linesOf(planOf({ publicLoadBalancer: false }), 'aws:ec2:vpc')).toContain('aws:ec2:vpc ELBScheme = internal');
});

test('a second listener has a process on its own host port', () => {
  const plan = planOf({ listeners: [{ port: 80 }, { port: 8080 }] });
  expect(plan.processes).toEqual([{ name: 'default', hostPort: 80, route: '80' }, { name: 'route8080', hostPort: 8080, route: '8080' }]);
  expect(linesOf(plan, 'aws:elbv2:listener:8080')).toEqual([
    'aws:elbv2:listener:8080 ListenerEnabled = true',
    'aws:elbv2:listener:8080 Protocol = HTTP',
    'aws:elbv2:listener:8080 DefaultProcess = route8080',
    'aws:elbv2:listener:8080 Rules = ',
  ]);
});

test('without listener 80 the one that Beanstalk makes is off', () => {
  expect(linesOf(planOf({ listeners: [{ port: 8080 }] }), 'aws:elbv2:listener:default')).toContain('aws:elbv2:listener:default ListenerEnabled = false');
});

test('a certificate brings HTTPS, its policy, and a redirect that a file in the bundle makes', () => {
  const plan = planOf(CERTIFIED);
  expect(linesOf(plan, 'aws:elbv2:listener:443')).toEqual([
    'aws:elbv2:listener:443 ListenerEnabled = true',
    'aws:elbv2:listener:443 Protocol = HTTPS',
    'aws:elbv2:listener:443 DefaultProcess = default',
    'aws:elbv2:listener:443 Rules = ',
    'aws:elbv2:listener:443 SSLCertificateArns = <certificate>',
    'aws:elbv2:listener:443 SSLPolicy = ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
  ]);
  expect(linesOf(plan, 'aws:elbv2:listener:default')).toContain('aws:elbv2:listener:default ListenerEnabled = true');
  const [[path, text]] = Object.entries(plan.extensions);
  expect(path).toBe('.ebextensions/zz-dockerrun-redirect.config');
  expect(JSON.parse(text).Resources.AWSEBV2LoadBalancerListener.Properties.DefaultActions).toEqual([{
    Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Host: '#{host}', Port: '443', Path: '/#{path}', Query: '#{query}', StatusCode: 'HTTP_301' },
  }]);
  expect(planOf({ ...CERTIFIED, redirectHTTP: false }).extensions).toEqual({});
});

test('rules keep their priorities, and their names when others come', () => {
  const admin = { pathPatterns: ['/admin/*'], instancePort: 8080, priority: 700 };
  const names = (settings: Settings) => planOf(settings).options.filter(({ namespace }) => namespace.startsWith('aws:elbv2:listenerrule')).map(({ namespace }) => namespace);
  const alone = planOf({ listeners: [{ port: 80, rules: [admin] }] });
  const beside = { listeners: [{ port: 80, rules: [admin, { pathPatterns: ['/status'], hostHeaders: ['a.example.com'], instancePort: 8080, priority: 3 }] }] };
  const lines = linesOf(planOf(beside), 'aws:elbv2:listenerrule').map((line) => line.replace(/rule80\w+|route80Rule\w+/g, (name) => name.slice(0, 6)));
  expect(lines).toEqual([
    'aws:elbv2:listenerrule:rule80 HostHeaders = a.example.com',
    'aws:elbv2:listenerrule:rule80 PathPatterns = /status',
    'aws:elbv2:listenerrule:rule80 Priority = 3',
    'aws:elbv2:listenerrule:rule80 Process = route8',
    'aws:elbv2:listenerrule:rule80 PathPatterns = /admin/*',
    'aws:elbv2:listenerrule:rule80 Priority = 700',
    'aws:elbv2:listenerrule:rule80 Process = route8',
  ]);
  expect(names(beside)).toEqual(expect.arrayContaining(linesOf(alone, 'aws:elbv2:listenerrule').map((line) => line.split(' ')[0])));
});

test('a priority is one of 1 to 1000', () => {
  const of = (priority: number) => ({ listeners: [{ port: 80, rules: [{ pathPatterns: ['/a/*'], instancePort: 8080, priority }] }] });
  expect(linesOf(planOf(of(1000)), 'aws:elbv2:listenerrule').filter((line) => line.includes('Priority'))).toEqual([expect.stringMatching(/ Priority = 1000$/)]);
  expect(() => planOf(of(1001))).toThrow('listeners[0].rules[0].priority must be a whole number between 1 and 1000 on Elastic Beanstalk, got 1001.');
});

/** The priorities of rules for these paths. */
function prioritiesOf(...paths: string[]): Readonly<Record<string, string>> {
  const rules = paths.map((path) => ({ pathPatterns: [path], instancePort: 8080 }));
  const lines = linesOf(planOf({ listeners: [{ port: 80, rules }] }), 'aws:elbv2:listenerrule');
  const value = (name: string) => lines.filter((line) => line.includes(` ${name} = `)).map((line) => line.split(' = ')[1]);
  return Object.fromEntries(value('PathPatterns').map((path, at) => [path, value('Priority')[at]]));
}

test('another rule moves no rule, and a longer path comes before a shorter one', () => {
  const paths = ['/api/*', '/admin/*', '/img/*'];
  const before = prioritiesOf(...paths);
  for (const added of ['/shop/*', '/api/v2/*', '/health', '/a']) expect(prioritiesOf(added, ...paths)).toMatchObject(before);
  const { '/api/v2/*': long, '/api/*': short, '/api/v2/users': exact } = prioritiesOf('/api/*', '/api/v2/users', '/api/v2/*');
  expect([Number(exact) < Number(long), Number(long) < Number(short)]).toEqual([true, true]);
});

test('of two rules with the same number one takes another', () => {
  const clashing = ['/aa/*', '/ab/*', '/ac/*', '/ad/*', '/ae/*', '/af/*', '/ag/*', '/ah/*', '/ai/*'];
  expect(() => prioritiesOf(...clashing)).toThrow(/must have a priority of its own, got \d+, which listeners\[0\].rules\[\d\] has already/);
});

test('Spot, alternatives and a key pair', () => {
  const plan = planOf({ instanceType: 'm7g.large', alternativeInstanceTypes: ['m6g.large'], onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 30, keyPair: true });
  expect(linesOf(plan, 'aws:ec2:instances')).toEqual([
    'aws:ec2:instances InstanceTypes = m7g.large,m6g.large',
    'aws:ec2:instances SupportedArchitectures = arm64',
    'aws:ec2:instances EnableSpot = true',
    'aws:ec2:instances SpotAllocationStrategy = capacity-optimized',
    'aws:ec2:instances SpotFleetOnDemandBase = 1',
    'aws:ec2:instances SpotFleetOnDemandAboveBasePercentage = 30',
  ]);
  expect(linesOf(plan, 'aws:autoscaling:launchconfiguration')).toContain('aws:autoscaling:launchconfiguration EC2KeyName = <key-pair>');
  expect(linesOf(plan, 'aws:autoscaling:asg')).toContain('aws:autoscaling:asg EnableCapacityRebalancing = true');
});

test('a trigger and a schedule', () => {
  const plan = planOf({
    scheduling: {
      kind: 'one-per-instance',
      cooldown: 120,
      triggers: [{ metric: 'CPUUtilization', lowerThreshold: 20, upperThreshold: 70, period: 1, breachDuration: 3 }],
      schedules: [{ name: 'Night', recurrence: '0 22 * * *', minCapacity: 1 }],
    },
  });
  expect(linesOf(plan, 'aws:autoscaling:trigger').slice(0, 7)).toEqual([
    'aws:autoscaling:trigger MeasureName = CPUUtilization',
    'aws:autoscaling:trigger Statistic = Average',
    'aws:autoscaling:trigger Unit = Percent',
    'aws:autoscaling:trigger Period = 1',
    'aws:autoscaling:trigger EvaluationPeriods = 3',
    'aws:autoscaling:trigger BreachDuration = 3',
    'aws:autoscaling:trigger LowerThreshold = 20',
  ]);
  expect(linesOf(plan, 'aws:autoscaling:scheduledaction')).toEqual([
    'aws:autoscaling:scheduledaction MinSize [Night] = 1',
    'aws:autoscaling:scheduledaction Recurrence [Night] = 0 22 * * *',
    'aws:autoscaling:scheduledaction Suspend [Night] = false',
  ]);
});

test('a token stays a token', () => {
  const plan = planOf({ minCapacity: { unresolved: 'minCapacity' }, environmentProperties: { TABLE: { unresolved: 'environmentProperties.TABLE' } } });
  expect(linesOf(plan, 'aws:autoscaling:asg')).toContain('aws:autoscaling:asg MinSize = <minCapacity>');
  expect(linesOf(plan, 'aws:elasticbeanstalk:application:environment')).toEqual(['aws:elasticbeanstalk:application:environment TABLE = <environmentProperties.TABLE>']);
});

const EVERYTHING: Settings = {
  certificates: 1,
  listeners: [{ port: 443, instancePort: 80, stickinessCookieDuration: 3600, healthCheck: { path: '/up', healthyHttpCodes: '200,301-302' }, rules: [{ hostHeaders: ['admin.example.com'], instancePort: 8080 }] }, { port: 8080 }],
  instanceType: 'm7g.large', alternativeInstanceTypes: ['m6g.large'], onDemandPercentageAboveBaseCapacity: 50, keyPair: true,
  publicLoadBalancer: false, ipAddressType: 'ipv4', idleTimeout: 120, detailedMonitoring: true, rootVolumeSize: 50,
  environmentProperties: { STAGE: 'live' },
  beanstalk: { deployment: { policy: 'TrafficSplitting', newVersionPercent: 20, evaluationTime: 15 }, updateTime: 'Sun:02:30' },
  scheduling: { kind: 'one-per-instance', triggers: [{ metric: 'RequestCount', statistic: 'Sum' }], schedules: [{ name: 'Day', startTime: '2030-01-01T00:00:00Z', desiredCapacity: 3 }] },
};

/** What stands for objects of a stack whose options want more than a name. */
const STAND_INS: Readonly<Record<string, string>> = { '<certificate>': 'arn:aws:acm:eu-west-1:123456789012:certificate/1' };

test.each([['little', {}], ['everything', EVERYTHING], ['certificates', CERTIFIED]] as const)('the catalogue of options finds nothing in %s', (_, settings) => {
  const props = planOf(settings).options.map((option) => {
    const text = textOf(option);
    return { namespace: option.namespace, optionName: option.name, value: STAND_INS[text] ?? text.replace(/[<>]/g, ''), ...option.resource === '' ? {} : { resourceName: option.resource } };
  });
  const { files } = readOptions({ sources: [], props, environment: { tier: 'web', loadBalancer: 'application' } });
  expect(files.flatMap(({ findings }) => findings.map(({ message }) => message))).toEqual([]);
});
