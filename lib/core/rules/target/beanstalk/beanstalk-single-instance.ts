import { Severity } from '../../../finding/finding';
import { givenOnBeanstalk } from '../../../settings/fields/faults';
import { known } from '../../../settings/setting';
import { EnvironmentSettings } from '../../../settings/settings';
import { candidatesFor, tcpCandidates } from '../../../settings/traffic/listeners';
import { loadBalancerFields } from '../../../settings/traffic/load-balancer';
import { isNetwork } from '../../../settings/traffic/protocols';
import { TrafficSettings } from '../../../settings/traffic/traffic';
import { DockerrunSpec } from '../../../spec/model';
import { TargetRule } from '../target-rule';

type Fault = readonly [prop: string, must: string, hint: string];

export const beanstalkSingleInstance: TargetRule = {
  code: 'DR4212',
  name: 'beanstalk-single-instance',
  severity: Severity.ERROR,
  summary:
    'A single instance of Elastic Beanstalk is one instance without a load balancer, whose listeners are its host '
    + 'ports.',
  reason:
    'Beanstalk gives it an address of its own. Nothing stands before the instance that could lead from one port to '
    + 'another, end TLS or tell requests apart.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-types.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, settings, { at, report }) {
    const { worker, beanstalk: { singleInstance = false } = {} } = settings;
    if (!singleInstance) return;
    const faults = [...sizes(settings), ...(worker ? [] : [...besides(settings), ...listeners(spec, settings)])];
    for (const [prop, must, hint] of faults) report(at(spec), `${prop} ${must}`, hint, [prop]);
  },
};

function* sizes({ minCapacity, maxCapacity, scheduling }: EnvironmentSettings): Iterable<Fault> {
  for (const [prop, value] of Object.entries({ minCapacity, maxCapacity })) {
    if (value !== undefined && known(value) !== 1) {
      yield [
        prop, `must be 1 beside singleInstance, got ${known(value) ?? 'a token'}.`, 'Remove it, or singleInstance.',
      ];
    }
  }
  if (scheduling?.kind !== 'one-per-instance') return;
  for (const prop of ['triggers', 'schedules'] as const) {
    const count = scheduling[prop]?.length ?? 0;
    if (count > 0) {
      yield [
        `scheduling.${prop}`, `must be empty beside singleInstance, which never scales, got ${count}.`,
        'Remove them, or singleInstance.',
      ];
    }
  }
}

/** What belongs to the load balancer or to a network around private instances. Without one, nothing is redirected. */
function* besides(settings: EnvironmentSettings): Iterable<Fault> {
  const { redirectHTTP: _, ...ofBalancer } = loadBalancerFields;
  const { beanstalk: { sharedLoadBalancer = false } = {}, nat } = settings;
  const given = [
    ...(sharedLoadBalancer ? ['sharedLoadBalancer'] : []), ...givenOnBeanstalk(ofBalancer, settings),
    ...(nat ? ['nat'] : []),
  ];
  for (const prop of given) {
    yield [
      prop, 'must not be set beside singleInstance, which has no load balancer and a public address.',
      'Remove it, or singleInstance.',
    ];
  }
}

function* listeners(spec: DockerrunSpec, { traffic }: TrafficSettings): Iterable<Fault> {
  const candidates = tcpCandidates(spec);
  const { kind, listeners: chosen } = traffic;
  for (const [index, listener] of chosen.entries()) {
    const prop = kind === 'given' ? `listeners[${index}]` : 'the listener';
    const { port, certificates = 0, rules = [] } = listener;
    if (isNetwork(listener)) {
      yield [
        `${prop}.protocol`, `must be left out beside singleInstance, got ${listener.protocol}.`,
        'Remove it; the port of the instance is open for TCP.',
      ];
    }
    if (certificates > 0 && kind !== 'given') continue;
    if (certificates > 0) {
      yield [
        prop, `must have no certificate beside singleInstance, got ${certificates}.`,
        'Let a container speak HTTPS, or remove singleInstance.',
      ];
    }
    if (rules.length > 0) {
      yield [
        `${prop}.rules`, `must be empty beside singleInstance, got ${rules.length}.`,
        'Let a container tell the requests apart, or remove singleInstance.',
      ];
    }
    const [found, ...more] = candidatesFor(listener, candidates);
    if (found && more.length === 0 && found.hostPort !== 0 && found.hostPort !== port) {
      yield [
        prop, `must be on its host port beside singleInstance, got port ${port} for host port ${found.hostPort}.`,
        `Use port ${found.hostPort}, or map host port ${port} in the file.`,
      ];
    }
  }
}
