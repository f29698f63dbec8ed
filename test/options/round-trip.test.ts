import fc from 'fast-check';
import { stringify } from 'yaml';
import { OptionPlan, planBeanstalk } from '../../lib/core/beanstalk';
import { Severity } from '../../lib/core/finding/finding';
import { Problem } from '../../lib/core/finding/rule';
import { findOption } from '../../lib/core/options/catalogue';
import { OptionSource } from '../../lib/core/options/setting';
import { onBeanstalk } from '../../lib/core/reading/bundle-options';
import { readOptions } from '../../lib/core/reading/read-options';
import { translateReading } from '../../lib/core/reading/translate-options';
import { EnvironmentSettings } from '../../lib/core/settings/settings';
import { GivenProps, NOTHING_GIVEN } from '../../lib/core/translation/given';
import { QueueSettings } from '../../lib/core/translation/worker';
import { document, textOf } from '../beanstalk/plans';
import { BEANSTALK, CHECK, DEPLOYMENT, ENVIRONMENT, LISTENER, OF_APP, RULE, SCHEDULE, SCHEDULING, TRIGGER, WORKER, YES } from './expressible';
import { settings, single, some, whole } from './expressible-settings';

/*
 * Props → options of an environment → OptionSettings → props: what goes in comes out, and makes the same options.
 */
const FILE = document([
  { name: 'web', image: 'example/web:1.0', memory: 128, portMappings: [{ hostPort: 80, containerPort: 8000 }] },
  { name: 'admin', image: 'example/admin:1.0', memory: 128, portMappings: [{ hostPort: 8080, containerPort: 9000 }] },
], { executionRoleArn: 'arn:aws:iam::123456789012:role/execution' });

/** What stands for the resources of a stack. */
const STAND_INS: Readonly<Record<string, string>> = {
  '<vpc>': 'vpc-1', '<instance-subnets>': 'subnet-1,subnet-2', '<load-balancer-subnets>': 'subnet-3,subnet-4', '<instance-security-groups>': 'sg-1',
  '<load-balancer-security-group>': 'sg-2', '<instance-profile>': 'profile', '<service-role>': 'role', '<key-pair>': 'ops', '<queue>': 'https://queue',
  '<certificate>': 'arn:aws:acm:eu-west-1:123456789012:certificate/1', '<access-logs-bucket>': 'logs', '<notifications-topic>': 'arn:aws:sns:eu-west-1:123456789012:ops',
  '<secret>': 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf',
};

const entriesOf = (options: readonly OptionPlan[]) => options.map((option) => {
  const text = textOf(option);
  return { namespace: option.namespace, name: option.name, resource: option.resource, value: STAND_INS[text] ?? text };
});
type Entry = ReturnType<typeof entriesOf>[number];

/** The files in which an environment with these options is written down. */
function described(entries: readonly Entry[]): OptionSource {
  return {
    kind: 'environment', name: 'described.json',
    text: JSON.stringify({
      ConfigurationSettings: [{
        OptionSettings: entries.map(({ namespace, name, resource, value }) => (
          { ResourceName: resource || undefined, Namespace: namespace, OptionName: name, Value: value })),
      }],
    }),
  };
}

function extension(entries: readonly Entry[]): OptionSource {
  return {
    kind: 'extension', name: '.ebextensions/01.config',
    text: stringify({
      option_settings: entries.map(({ namespace, name, resource, value }) => (
        { ...resource && { resource_name: resource }, namespace, option_name: name, value })),
    }, { version: '1.1' }),
  };
}

/** What counts in a description even with the default of Beanstalk. */
const TELLING = ['ListenerEnabled', 'Priority', 'LoadBalancerType', 'EnvironmentType', 'MinSize', 'MaxSize'];

/** The default of load balancers before this library had one. */
const OLD_POLICY = 'ELBSecurityPolicy-2016-08';

/** What belongs to the environment that is described. */
const MADE = ['ImageId', 'SecurityGroups', 'ManagedSecurityGroup'];

const isChoice = ({ namespace, name, value }: Entry) =>
  !MADE.includes(name) && value !== OLD_POLICY
  && (TELLING.includes(name) || findOption(namespace, name)?.default !== value);

function readBack(source: OptionSource, given: GivenProps) {
  const reading = readOptions(onBeanstalk({ sources: [source] }, given));
  const { settings: own, native, queue } = translateReading(reading, given, 'beanstalk');
  return { queue, own, all: { vpc: false, redirectHTTP: false, ...own, beanstalk: { ...own.beanstalk, options: native } } };
}

/** The options, in an order of their own: those without a prop come last. */
const sorted = (options: readonly OptionPlan[]) => entriesOf(options).map((entry) => JSON.stringify(entry)).sort();

const errorsOf = (problems: readonly Problem[]) => problems.filter(({ rule }) => rule.severity === Severity.ERROR).map(({ message }) => message);

const seen = new Set<string>();
function note(object: object, path: string): void {
  for (const [key, inner] of Object.entries(object)) {
    seen.add(`${path}${key}`);
    if (Array.isArray(inner)) inner.filter((item) => typeof item === 'object').forEach((item) => note(item, `${path}${key}.`));
    else if (typeof inner === 'object') note(inner, `${path}${key}.`);
  }
}

function expectRoundTrip(given: EnvironmentSettings): void {
  const { plan, problems } = planBeanstalk(FILE, given);
  fc.pre(plan !== undefined);
  expect(errorsOf(problems)).toEqual([]);
  const { own, all } = readBack(extension(entriesOf(plan!.options)), NOTHING_GIVEN);
  const { redirectHTTP, ...expressible } = given;
  expect(redirectHTTP).toBe(false);
  expect(own).toMatchObject(expressible);
  const again = planBeanstalk(FILE, all);
  expect(errorsOf(again.problems)).toEqual([]);
  expect(sorted(again.plan!.options)).toEqual(sorted(plan!.options));
  note(given, '');
}

const IN_VPC = { vpc: true, redirectHTTP: false };

describe('what goes in comes out', () => {
  test('of a web environment', () => {
    fc.assert(fc.property(settings, (given) => expectRoundTrip(given)), { numRuns: 120, seed: 7 });
  });

  test('of a single instance', () => {
    fc.assert(fc.property(single, (given) => expectRoundTrip({ ...IN_VPC, ...given })), { numRuns: 1 });
  });

  test('of a worker', () => {
    const figures = { visibilityTimeout: whole(1, 43_200), retentionPeriod: whole(60, 1_209_600), maxReceiveCount: whole(1, 100) };
    const worker = some<QueueSettings>(figures).filter((told) => Object.keys(told).length > 0);
    const given: GivenProps = { ...NOTHING_GIVEN, worker: ['consumer'] };
    fc.assert(fc.property(worker, (told) => {
      const { plan } = planBeanstalk(FILE, { vpc: true, worker: { consumer: { kind: 'daemon' }, queue: false, ...told } });
      fc.pre(plan !== undefined);
      expect(readBack(extension(entriesOf(plan!.options)), given).queue).toMatchObject(told);
      note(told, 'worker.');
    }), { numRuns: 50, seed: 7 });
  });
});

test('a description says what its choices say', () => {
  fc.assert(fc.property(fc.oneof(settings, single.map((given) => ({ ...IN_VPC, ...given }))), (given) => {
    const { plan } = planBeanstalk(FILE, given);
    fc.pre(plan !== undefined);
    const entries = entriesOf(plan!.options);
    const choices = entries.filter(isChoice);
    const [complete, chosen] = [described(entries), extension(choices)].map((source) => readBack(source, NOTHING_GIVEN).own);
    expect({ ...complete, beanstalk: undefined }).toEqual({ ...chosen, beanstalk: undefined });
    if (given.minCapacity !== undefined) expect(complete.minCapacity).toBe(given.minCapacity);
  }), { numRuns: 120, seed: 7 });
});

test('every prop that is expressible went in', () => {
  const lists: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['', { ...ENVIRONMENT, worker: OF_APP }], ['listeners.', LISTENER], ['listeners.rules.', RULE], ['listeners.healthCheck.', CHECK], ['scheduling.', SCHEDULING],
    ['scheduling.triggers.', TRIGGER], ['scheduling.schedules.', SCHEDULE], ['beanstalk.', BEANSTALK], ['beanstalk.deployment.', DEPLOYMENT], ['worker.', WORKER],
  ];
  const expressible = lists.flatMap(([path, list]) => Object.entries(list).filter(([, reason]) => reason === YES).map(([key]) => `${path}${key}`));
  expect(expressible.filter((path) => !seen.has(path))).toEqual([]);
  expect(expressible.length).toBeGreaterThan(60);
});
