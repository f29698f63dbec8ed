import fc from 'fast-check';
import { planBeanstalk } from '../../lib/core/beanstalk';
import { CATALOGUE, findNamespace } from '../../lib/core/options/catalogue';
import { BeanstalkShape } from '../../lib/core/settings/beanstalk/beanstalk-shape';
import { DaemonSettings, WorkerSettings } from '../../lib/core/settings/worker/worker';
import { capacity, connections, requests, rest, settings, some, types, whole } from '../options/expressible-settings';
import { document, Settings } from './plans';

/*
 * Beanstalk keeps the value of an option that a template names no more. So in each shape of an environment every option
 * with a fixed name is there, whatever is chosen.
 */
const FILE = document(
  [80, 8080].map((port) => ({ name: `on${port}`, image: 'example/web:1.0', memory: 128, portMappings: [{ hostPort: port, containerPort: port }] })),
  { executionRoleArn: 'arn:aws:iam::123456789012:role/execution' },
);

/** What says nothing as long as this option is off. */
const SWITCH = 'AccessLogsS3Enabled';
const SWITCHED = ['AccessLogsS3Bucket', 'AccessLogsS3Prefix'];

/** The names that the user makes up: in the namespace, as the option, or as what the option is about. Listeners are retired by their ports. */
function isOpen(namespace: string): boolean {
  const { name, open, needsResourceName } = findNamespace(namespace)!;
  return name.endsWith('>') || open !== undefined || needsResourceName === true || name === 'aws:elbv2:listener:default';
}

interface Made {
  readonly shape: BeanstalkShape;
  readonly fixed: readonly string[];
}

function made(given: Settings): Made | undefined {
  const { plan } = planBeanstalk(FILE, { vpc: true, ...given });
  if (!plan) return undefined;
  const isOn = plan.options.some(({ name, value }) => name === SWITCH && value[0] === 'true');
  expect(plan.options.map(({ name }) => name).filter((name) => SWITCHED.includes(name))).toEqual(isOn ? SWITCHED : []);
  const fixed = plan.options.filter(({ namespace, name }) => !isOpen(namespace) && !SWITCHED.includes(name)).map(({ namespace, name }) => `${namespace} ${name}`);
  return { shape: plan.shape, fixed: fixed.sort() };
}

const daemon = some<Omit<DaemonSettings, 'kind'>>({
  path: fc.constant('/work'), contentType: fc.constant('text/plain'), httpConnections: whole(1, 100), errorVisibilityTimeout: whole(0, 60),
});
const queueFigures = some<Omit<WorkerSettings, 'consumer' | 'queue'>>({
  variable: fc.constant('QUEUE'), visibilityTimeout: whole(0, 43_200), retentionPeriod: whole(60, 1_209_600), maxReceiveCount: whole(1, 100),
});
const worker = fc.tuple(daemon, queueFigures, fc.boolean())
  .map(([consumer, figures, queue]): Settings => ({ worker: { consumer: { kind: 'daemon', ...consumer }, queue, ...figures } }));

/** What needs no load balancer of its own, nor more than one instance. */
const withFlag = (flag: object) => fc.tuple(types, rest).map(([type, all]): Settings => {
  const { scheduling: _, publicLoadBalancer: __, beanstalk, ...more } = all;
  return { ...type, ...more, beanstalk: { ...beanstalk, ...flag, deployment: undefined } };
});
const leading = (all: typeof requests | typeof connections) => (all as typeof requests).map((listeners): Settings => ({ listeners }));
const merged = (...parts: fc.Arbitrary<Settings>[]) => fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Settings);

const SHARED = { sharedLoadBalancer: true };
const SHAPES: Readonly<Record<BeanstalkShape, readonly [Settings, fc.Arbitrary<Settings>]>> = {
  application: [{}, settings],
  network: [{ listeners: [{ port: 8080, protocol: 'TCP', instancePort: 80 }] }, merged(capacity, types, rest, leading(connections))],
  shared: [{ listeners: [{ port: 80 }], beanstalk: SHARED }, merged(capacity, leading(requests), withFlag(SHARED))],
  single: [{ beanstalk: { singleInstance: true } }, withFlag({ singleInstance: true })],
  worker: [{ worker: { consumer: { kind: 'daemon' }, queue: false } }, merged(capacity, withFlag({}), worker)],
};

test.each(Object.entries(SHAPES))('%s: whatever is chosen, the same options with fixed names are there', (shape, [plain, choices]) => {
  const expected = made(plain)!;
  expect(expected.shape).toBe(shape);
  let count = 0;
  fc.assert(fc.property(choices, (given) => {
    const result = made(given);
    fc.pre(result !== undefined && result.shape === shape);
    count += 1;
    expect(result!.fixed).toEqual(expected.fixed);
  }), { numRuns: 80, seed: 7 });
  expect(count).toBeGreaterThanOrEqual(60);
});

/** Options that nothing but option settings sets; those of them that are passed on come and go as the files say. */
test.each(Object.entries(SHAPES))('%s: what is left to Beanstalk in the namespaces that are there', (_, [plain]) => {
  const { fixed } = made(plain)!;
  const named = CATALOGUE.filter(({ name }) => !isOpen(name) && fixed.some((key) => key.startsWith(`${name} `)));
  const all = named.flatMap(({ name, options }) => options.map((option) => `${name} ${option.name}`));
  expect(all.filter((key) => !fixed.includes(key))).toMatchSnapshot();
});
