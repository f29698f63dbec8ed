import fc from 'fast-check';
import { stringify } from 'yaml';
import { OptionPlan, planBeanstalk } from '../../lib/core/beanstalk';
import { Severity } from '../../lib/core/finding/finding';
import { Problem } from '../../lib/core/finding/rule';
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
const FORMS: Readonly<Record<string, (entries: readonly Entry[]) => OptionSource>> = {
  'describe-configuration-settings': (entries) => ({
    kind: 'environment', name: 'described.json',
    text: JSON.stringify({
      ConfigurationSettings: [{
        OptionSettings: entries.map(({ namespace, name, resource, value }) => (
          { ResourceName: resource || undefined, Namespace: namespace, OptionName: name, Value: value })),
      }],
    }),
  }),
  '.ebextensions': (entries) => ({
    kind: 'extension', name: '.ebextensions/01.config',
    text: stringify({
      option_settings: entries.map(({ namespace, name, resource, value }) => (
        { ...resource && { resource_name: resource }, namespace, option_name: name, value })),
    }, { version: '1.1' }),
  }),
};

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

function expectRoundTrip(given: EnvironmentSettings, form: (entries: readonly Entry[]) => OptionSource): void {
  const { plan, problems } = planBeanstalk(FILE, given);
  fc.pre(plan !== undefined);
  expect(errorsOf(problems)).toEqual([]);
  const { own, all } = readBack(form(entriesOf(plan!.options)), NOTHING_GIVEN);
  const { redirectHTTP, ...expressible } = given;
  expect(redirectHTTP).toBe(false);
  expect(own).toMatchObject(expressible);
  const again = planBeanstalk(FILE, all);
  expect(errorsOf(again.problems)).toEqual([]);
  expect(sorted(again.plan!.options)).toEqual(sorted(plan!.options));
  note(given, '');
}

describe.each(Object.entries(FORMS))('through %s', (_, form) => {
  test('what goes in comes out', () => {
    fc.assert(fc.property(settings, (given) => expectRoundTrip(given, form)), { numRuns: 120, seed: 7 });
  });

  test('a single instance', () => {
    fc.assert(fc.property(single, (given) => expectRoundTrip({ vpc: true, redirectHTTP: false, ...given }, form)), { numRuns: 1 });
  });

  test('a worker', () => {
    const figures = { visibilityTimeout: whole(1, 43_200), retentionPeriod: whole(60, 1_209_600), maxReceiveCount: whole(1, 100) };
    const worker = some<QueueSettings>(figures).filter((told) => Object.keys(told).length > 0);
    const given: GivenProps = { ...NOTHING_GIVEN, worker: ['consumer'] };
    fc.assert(fc.property(worker, (told) => {
      const { plan } = planBeanstalk(FILE, { vpc: true, worker: { consumer: { kind: 'daemon' }, queue: false, ...told } });
      fc.pre(plan !== undefined);
      expect(readBack(form(entriesOf(plan!.options)), given).queue).toMatchObject(told);
      note(told, 'worker.');
    }), { numRuns: 50, seed: 7 });
  });
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
