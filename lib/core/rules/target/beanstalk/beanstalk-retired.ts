import { Severity } from '../../../finding/finding';
import { shapeOf } from '../../../settings/beanstalk/beanstalk-shape';
import { LISTENER_PORT } from '../../../settings/constants';
import { EnvironmentSettings } from '../../../settings/settings';
import { TrafficSettings } from '../../../settings/traffic/traffic';
import { TargetRule } from '../target-rule';

export const beanstalkRetired: TargetRule = {
  code: 'DR4220',
  name: 'beanstalk-retired',
  severity: Severity.ERROR,
  summary: 'Retired names on Elastic Beanstalk are no longer in use.',
  reason: 'An option has one value; the retired name would take it from the one that is in use.',
  link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticbeanstalk-environment.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, settings, { at, report }) {
    for (const [prop, must, hint] of [...names(settings), ...listeners(settings)]) {
      report(at(spec), `${prop} ${must}.`, hint, [prop]);
    }
  },
};

type Fault = readonly [prop: string, must: string, hint: string];

const REMOVE = 'Remove it from one of the two.';

function* names({ environmentProperties = {}, scheduling, beanstalk = {} }: EnvironmentSettings): Iterable<Fault> {
  const { schedules = [] } = scheduling?.kind === 'one-per-instance' ? scheduling : {};
  const { retiredEnvironmentProperties = [], retiredSchedules = [], environmentSecrets = [] } = beanstalk;
  const variables = [...Object.keys(environmentProperties), ...environmentSecrets];
  yield* inUse('retiredEnvironmentProperties', retiredEnvironmentProperties, variables);
  yield* inUse('retiredSchedules', retiredSchedules, schedules.map(({ name }) => name));
}

function inUse(prop: string, retired: readonly string[], used: readonly string[]): Fault[] {
  return retired.flatMap((name, index): Fault[] =>
    used.includes(name) ? [[`${prop}[${index}]`, `must be out of use, got "${name}"`, REMOVE]] : [],
  );
}

function* listeners(settings: TrafficSettings): Iterable<Fault> {
  const { retiredListeners = [] } = settings.beanstalk ?? {};
  if (retiredListeners.length > 0 && !['application', 'network'].includes(shapeOf(settings))) {
    yield ['retiredListeners', 'must be empty without a load balancer of the environment alone', 'Remove them.'];
  }
  const ports = new Set<number>(settings.traffic.listeners.map(({ port }) => port));
  for (const [index, port] of retiredListeners.entries()) {
    if (ports.has(port)) {
      yield [`retiredListeners[${index}]`, `must be out of use, got ${port}`, REMOVE];
    } else if (port === LISTENER_PORT) {
      yield [`retiredListeners[${index}]`, `must not be ${port}, which is switched off by itself`, 'Remove it.'];
    }
  }
}
