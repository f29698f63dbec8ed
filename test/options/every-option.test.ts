import { OptionPlan, planBeanstalk } from '../../lib/core/beanstalk';
import { CATALOGUE } from '../../lib/core/options/catalogue';
import { DecisionSource } from '../../lib/core/plan/decision';
import { planEcs } from '../../lib/core/plan/ecs/ecs';
import { besideBundle } from '../../lib/core/reading/bundle-options';
import { OptionInput, readOptions } from '../../lib/core/reading/read-options';
import { translateInput } from '../../lib/core/reading/translate-options';
import { WorkerSettings } from '../../lib/core/settings/worker/worker';
import { GivenProps, NOTHING_GIVEN } from '../../lib/core/translation/given';
import { settle } from '../../lib/core/translation/settle';
import { document, textOf } from '../beanstalk/plans';
import { Beside, concrete, Sample, SAMPLES } from './sample-options';

/*
 * Every option of the catalogue on both targets. On Elastic Beanstalk, its value is among the options of the environment,
 * under its own name or another one that says the same, or a finding stands at it. On native ECS, it changes what
 * EcsEnvironment is told, or a finding stands at it.
 */
const FILE = document([
  { name: 'web', image: 'example/web:1.0', memory: 128, portMappings: [{ hostPort: 80, containerPort: 8000 }] },
  { name: 'admin', image: 'example/admin:1.0', memory: 128, portMappings: [{ hostPort: 8080, containerPort: 9000 }] },
], { executionRoleArn: 'arn:aws:iam::123456789012:role/execution' });

const WORKER: GivenProps = { ...NOTHING_GIVEN, worker: ['consumer'] };

/** The findings at the first setting of the file. */
const atFirst = (findings: readonly { readonly code: string; readonly path: string }[]) =>
  findings.filter(({ path }) => path.startsWith('option_settings[0]')).map(({ code }) => code);

function inputOf(settings: readonly Beside[]): OptionInput {
  const entries = settings.map(([namespace, option_name, value]) => ({ namespace, option_name, value, resource_name: 'Own' }));
  return { sources: [{ kind: 'extension', name: '.ebextensions/01.config', text: JSON.stringify({ option_settings: entries }) }] };
}

const DAEMON: WorkerSettings = { consumer: { kind: 'daemon' } };

function onEcs(settings: readonly Beside[]) {
  const translated = translateInput(inputOf(settings), WORKER, 'ecs');
  const { files, settings: own, references, queue } = translated;
  const { settings: all, origins } = settle({ vpc: false }, translated, 'ecs');
  const { plan, problems } = planEcs(FILE, all, origins);
  return { told: atFirst(files.flatMap(({ findings }) => findings)), said: { own, references, queue }, plan, problems };
}

function onEb(settings: readonly Beside[], given = NOTHING_GIVEN) {
  const { sources } = inputOf(settings);
  const translated = translateInput(besideBundle({ sources: [] }, { sources, platformFiles: [] }), given, 'beanstalk');
  const { files, references, native, queue } = translated;
  const { settings: all, origins } = settle({ vpc: false, worker: given.worker && DAEMON }, translated, 'beanstalk');
  const { plan, problems } = planBeanstalk(FILE, all, origins);
  return { told: atFirst(files.flatMap(({ findings }) => findings)), references, native, queue, plan, problems };
}

const together = ({ namespace, optionName, value, beside }: Sample): readonly Beside[] => [[namespace, optionName, value], ...beside];

/** Options that say the same under another name there. */
const ELSEWHERE: Readonly<Record<string, readonly [namespace: RegExp, option: string, value: string]>> = {
  'aws:autoscaling:launchconfiguration InstanceType': [/instances$/, 'InstanceTypes', 't3.large'],
  'aws:elasticbeanstalk:application Application Healthcheck URL': [/process:default$/, 'HealthCheckPath', '/up'],
  'aws:elb:healthcheck HealthyThreshold': [/process:default$/, 'HealthyThresholdCount', '4'],
  'aws:elb:healthcheck Interval': [/process:default$/, 'HealthCheckInterval', '30'],
  'aws:elb:healthcheck Timeout': [/process:default$/, 'HealthCheckTimeout', '4'],
  'aws:elb:healthcheck UnhealthyThreshold': [/process:default$/, 'UnhealthyThresholdCount', '6'],
  'aws:elb:listener ListenerProtocol': [/elbv2:listener:default$/, 'Protocol', 'HTTP'],
  'aws:elb:listener InstancePort': [/process:default$/, 'Port', '8080'],
  'aws:elb:listener InstanceProtocol': [/process:default$/, 'Protocol', 'HTTPS'],
  'aws:elb:listener ListenerEnabled': [/elbv2:listener:default$/, 'ListenerEnabled', 'false'],
  'aws:elb:listener:<port> ListenerProtocol': [/elbv2:listener:8080$/, 'Protocol', 'HTTP'],
  'aws:elb:listener:<port> InstancePort': [/process:route8080$/, 'Port', '8080'],
  'aws:elb:listener:<port> InstanceProtocol': [/process:route8080$/, 'Protocol', 'HTTPS'],
  'aws:elb:listener:<port> ListenerEnabled': [/elbv2:listener:8080$/, 'ListenerEnabled', 'true'],
  'aws:elb:listener:<port> SSLCertificateId': [/elbv2:listener:8080$/, 'SSLCertificateArns', '<certificate>'],
  'aws:elb:policies ConnectionDrainingEnabled': [/process:default$/, 'DeregistrationDelay', '20'],
  'aws:elb:policies ConnectionDrainingTimeout': [/process:default$/, 'DeregistrationDelay', '21'],
  'aws:elb:policies ConnectionSettingIdleTimeout': [/elbv2:loadbalancer$/, 'IdleTimeout', '61'],
  'aws:elb:policies Stickiness Cookie Expiration': [/process:default$/, 'StickinessLBCookieDuration', '1'],
  'aws:elb:policies Stickiness Policy': [/process:default$/, 'StickinessEnabled', 'true'],
};

/** Options whose value is the name of a process or a rule, which get names of their own: where they lead, and to what. */
const NAMES: Readonly<Record<string, readonly [target: RegExp, option: string, value: string]>> = {
  DefaultProcess: [/environment:process:/, 'Port', '8080'],
  Process: [/environment:process:/, 'Port', '8080'],
  Rules: [/listenerrule:/, 'PathPatterns', '/api/*'],
};

/** Options with ids that the stack looks up. */
const REFERENCES = [
  'aws:autoscaling:launchconfiguration EC2KeyName', 'aws:autoscaling:launchconfiguration SecurityGroups',
  'aws:ec2:vpc VPCId', 'aws:ec2:vpc Subnets', 'aws:ec2:vpc ELBSubnets',
  'aws:elbv2:listener:default SSLCertificateArns', 'aws:elbv2:listener:<port> SSLCertificateArns',
  'aws:elasticbeanstalk:application:environmentsecrets *', 'aws:elasticbeanstalk:sns:topics Notification Topic ARN',
  'aws:elbv2:loadbalancer AccessLogsS3Bucket', 'aws:elasticbeanstalk:environment ServiceRole',
];

/** Options that BeanstalkEnvironment decides itself. */
const DECIDED = [
  'aws:elbv2:loadbalancer ManagedSecurityGroup', 'aws:elbv2:loadbalancer SecurityGroups', 'aws:elbv2:loadbalancer SharedLoadBalancer',
  'aws:elasticbeanstalk:environment LoadBalancerType', 'aws:elasticbeanstalk:environment LoadBalancerIsShared',
  'aws:autoscaling:launchconfiguration IamInstanceProfile',
];

/** The finding at an option that cannot be among those of a web environment with an Application Load Balancer. */
function findingOf(name: string): string | undefined {
  const namespace = CATALOGUE.find((candidate) => name.startsWith(`${candidate.name} `))!;
  if (namespace.platforms !== undefined) return 'DR6015';
  if (namespace.tier === 'worker') return 'DR6016';
  if (DECIDED.includes(name)) return 'DR6070';
  if (name === 'aws:elb:loadbalancer CrossZone') return 'DR6041';
  return namespace.name.startsWith('aws:elb:') && ELSEWHERE[name] === undefined ? 'DR6070' : undefined;
}

const named = (options: readonly OptionPlan[], namespace: RegExp, name: string) =>
  options.filter((option) => namespace.test(option.namespace) && option.name === name);
const own = ({ namespace }: Sample) => new RegExp(`${namespace}$`.replace(/(listenerrule|process):own\$/, '$1:'));

/** What an option becomes among those of the environment. */
function rendered(name: string, sample: Sample, { plan, references }: ReturnType<typeof onEb>): string[] {
  const { options } = plan!;
  if (ELSEWHERE[name]) return named(options, ELSEWHERE[name][0], ELSEWHERE[name][1]).map(textOf);
  const values = named(options, own(sample), sample.optionName).map(textOf);
  if (REFERENCES.includes(name)) return values.filter((text) => /^<[\w-]+>$/.test(text)).flatMap(() => Object.values(references).map(idsIn));
  const target = NAMES[sample.optionName];
  return target ? values.flatMap((value) => named(options, new RegExp(`${target[0].source}${value}$`), target[1]).map(textOf)) : values;
}

function idsIn(reference: string | readonly string[] | Readonly<Record<number, readonly string[]>>): string {
  return typeof reference === 'string' ? reference : Object.values(reference).flat().join(',');
}

describe('on Elastic Beanstalk', () => {
  test.each(SAMPLES)('%s', (name, sample) => {
    const outcome = onEb(together(sample));
    const finding = findingOf(name);
    if (finding !== undefined) {
      expect(outcome.told).toContain(finding);
      return;
    }
    expect(outcome.told.filter((code) => !['DR6014', 'DR6050'].includes(code))).toEqual([]);
    if (sample.optionName === 'Availability Zones') expect(`Any ${outcome.plan!.network.maxAzs}`).toBe(sample.value);
    else expect(rendered(name, sample, outcome)).toContain((ELSEWHERE[name] ?? NAMES[sample.optionName])?.[2] ?? sample.value);
  });

  test.each(SAMPLES.filter(([name]) => name.includes(':sqsd ')))('%s, of a worker', (_, sample) => {
    const { told, native, queue } = onEb(together(sample), WORKER);
    const figures = Object.values(queue ?? {}).map(String);
    expect([told, [...native.map(({ value }) => value), ...figures]]).toEqual([[], [sample.value]]);
  });
});

describe('on native ECS', () => {
  /** There is no other cookie, so that stickiness says it already. */
  const isSaidAlready = ({ optionName }: Sample) => optionName === 'StickinessType';

  test.each(SAMPLES)('%s', (_, sample) => {
    const [outcome, without] = [onEcs(together(sample)), onEcs(sample.beside)];
    const isMapped = JSON.stringify(outcome.said) !== JSON.stringify(without.said);
    expect(isMapped || isSaidAlready(sample) || outcome.told.length > 0).toBe(true);
  });
});

test.each(SAMPLES)('%s: no choice is said to come from a prop', (_, sample) => {
  for (const { plan, problems } of [onEcs(together(sample)), onEb(together(sample))]) {
    expect(plan === undefined ? problems : []).toEqual([]);
    expect(plan!.decisions.filter(({ source }) => source === DecisionSource.PROP)).toEqual([]);
  }
});

test('no option is left out', () => {
  const documented = CATALOGUE.filter(({ internal }) => !internal);
  const names = documented.flatMap(({ name, options, open }) => [...options.map((option) => `${name} ${option.name}`), ...open === undefined ? [] : [`${name} *`]]);
  expect(SAMPLES.map(([name]) => name)).toEqual(names);
  expect([documented.length, SAMPLES.filter(([name]) => !name.endsWith(' *')).length, SAMPLES.length]).toEqual([49, 224, 233]);
});

test('each value is a valid one', () => {
  const findings = SAMPLES.flatMap(([, sample]) => readOptions(inputOf(together(sample))).files.flatMap((file) => file.findings));
  expect(findings.filter(({ code }) => ['DR6010', 'DR6011', 'DR6012', 'DR6013', 'DR6018'].includes(code))).toEqual([]);
});

/** The namespaces that Beanstalk documents for all platforms, and those of the proxy. */
const DOCUMENTED = [
  'aws:autoscaling:asg', 'aws:autoscaling:launchconfiguration', 'aws:autoscaling:scheduledaction', 'aws:autoscaling:trigger',
  'aws:autoscaling:updatepolicy:rollingupdate', 'aws:ec2:instances', 'aws:ec2:vpc', 'aws:elasticbeanstalk:application',
  'aws:elasticbeanstalk:application:environment', 'aws:elasticbeanstalk:application:environmentsecrets',
  'aws:elasticbeanstalk:cloudwatch:logs', 'aws:elasticbeanstalk:cloudwatch:logs:health', 'aws:elasticbeanstalk:command',
  'aws:elasticbeanstalk:environment', 'aws:elasticbeanstalk:environment:process:<process>', 'aws:elasticbeanstalk:environment:process:default',
  'aws:elasticbeanstalk:environment:proxy', 'aws:elasticbeanstalk:environment:proxy:staticfiles', 'aws:elasticbeanstalk:healthreporting:system',
  'aws:elasticbeanstalk:hostmanager', 'aws:elasticbeanstalk:managedactions', 'aws:elasticbeanstalk:managedactions:platformupdate',
  'aws:elasticbeanstalk:monitoring', 'aws:elasticbeanstalk:sns:topics', 'aws:elasticbeanstalk:sqsd', 'aws:elasticbeanstalk:trafficsplitting',
  'aws:elasticbeanstalk:xray', 'aws:elb:healthcheck', 'aws:elb:listener', 'aws:elb:listener:<port>', 'aws:elb:loadbalancer', 'aws:elb:policies',
  'aws:elb:policies:<policy>', 'aws:elbv2:listener:<port>', 'aws:elbv2:listener:default', 'aws:elbv2:listenerrule:<rule>', 'aws:elbv2:loadbalancer',
  'aws:rds:dbinstance',
];

test('every namespace is there', () => {
  const known = new Set(SAMPLES.map(([, { namespace }]) => namespace));
  expect(DOCUMENTED.filter((name) => !known.has(concrete(name)))).toEqual([]);
});
