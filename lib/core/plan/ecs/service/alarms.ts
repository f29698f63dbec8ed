import {
  cpuMeasuredOf, countsTasks, fewestTasks, memoryMeasuredOf, unmeasured,
} from '../../../settings/service/alarm-measures';
import { ALARM_KINDS, alarmFields, AlarmKind, ALARMS, AlarmsSettings } from '../../../settings/service/alarms';
import { hasSecondGroups } from '../../../settings/service/scheduling';
import { EnvironmentSettings } from '../../../settings/settings';
import { TrafficSettings } from '../../../settings/traffic/traffic';
import { workerFields } from '../../../settings/worker/worker';
import { DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { Routes } from '../../traffic/route';
import { AlarmPlan, AlarmsPlan, MeasurePlan } from './alarm-plan';

/** What leads to the service that is watched. */
export interface WatchedRoutes extends Routes {
  /** Whether the load balancer is made for the service, so that its own errors belong to it. */
  readonly ownsLoadBalancer: boolean;
}

type Measure = readonly [key: string, measure: MeasurePlan, description: string];

/** Null for a service that nobody asked to watch. */
export function planAlarms(
  spec: DockerrunSpec, settings: TrafficSettings, watched: WatchedRoutes, decisions: Decisions,
): AlarmsPlan | null {
  const { alarms: chosen } = settings;
  if (!chosen) return null;
  const topic = chosen.topic
    ? decisions.about('alarms.topic').chosen(
      'alarm topic', 'given',
      'Every alarm says there that it goes off, and that all is well again.',
    )
    : decisions.about('alarms.topic').choose(
      'alarm topic',
      'new',
      DecisionSource.DEFAULT,
      'Every alarm says there that it goes off, and that all is well again; nobody listens before you subscribe to '
          + 'alarmTopic.',
    );
  const alarms = ALARM_KINDS.flatMap((kind) => planKind(kind, chosen, spec, settings, watched, decisions));
  if (chosen.rollbackOnUnhealthyHosts) {
    decisions.about('alarms.rollbackOnUnhealthyHosts').chosen(
      'rollback on unhealthy targets',
      true,
      'The load balancer may count a task that starts as unhealthy, so the alarm has to be slower than the tasks are '
        + 'to come up.',
      'yes',
    );
  }
  return { topic, alarms };
}

function planKind(
  kind: AlarmKind,
  chosen: AlarmsSettings,
  spec: DockerrunSpec,
  settings: TrafficSettings,
  watched: WatchedRoutes,
  decisions: Decisions,
): AlarmPlan[] {
  const topic = `alarm ${ALARMS[kind].prop}`;
  if (chosen.without?.includes(kind)) {
    decisions.about('alarms.without').chosen(topic, 'none', 'You left it out.');
    return [];
  }
  const reason = unmeasured(kind, settings);
  if (reason !== undefined) {
    decisions.choose(topic, 'none', DecisionSource.DERIVED, `There is nothing to measure: ${reason}.`);
    return [];
  }
  const limit = limitOf(kind, chosen, settings);
  const minutes = chosen.breachDuration ?? ALARMS[kind].breachDuration;
  const source = chosen[ALARMS[kind].prop] === undefined ? DecisionSource.DEFAULT : DecisionSource.PROP;
  decisions.about(`alarms.${ALARMS[kind].prop}`, 'alarms.breachDuration')
    .choose(topic, `${showLimit(kind, limit)} for ${minutes} min`, source, REASONS[kind](spec, settings));
  return measuresOf(kind, spec, settings, watched).map(([key, measure, description]): AlarmPlan => ({
    key,
    measure,
    description,
    minutes,
    ...toThreshold(measure, limit, settings),
    rollsBack: chosen.rollbackOnUnhealthyHosts === true && measure.kind === 'unhealthy-hosts',
  }));
}

/** The alarms of a service that take its deployments back. */
export function rollbackAlarms(plan: AlarmsPlan | null): AlarmPlan[] {
  return (plan?.alarms ?? []).filter((alarm) => alarm.rollsBack);
}

/** The age of a message is normal while it is worked on, and no message gets older than the queue keeps it. */
function limitOf(kind: AlarmKind, alarms: AlarmsSettings, { worker }: EnvironmentSettings): number {
  const { prop } = ALARMS[kind];
  const [given, threshold] = [alarms[prop], alarmFields[prop].fallback];
  if (given !== undefined || kind !== 'oldest-message' || !worker || worker.queue) return given ?? threshold;
  const {
    visibilityTimeout: work = workerFields.visibilityTimeout.fallback,
    retentionPeriod: kept = workerFields.retentionPeriod.fallback,
  } = worker;
  return Math.min(Math.max(threshold, 2 * work), Math.ceil(kept / 2));
}

const UNITS: Readonly<Partial<Record<AlarmKind, string>>> = {
  'server-errors': ' %', 'cpu': ' %', 'memory': ' %', 'oldest-message': ' s',
};

function showLimit(kind: AlarmKind, limit: number): string {
  return kind === 'missing-tasks' ? `${limit} missing` : `${limit}${UNITS[kind] ?? ''} or more`;
}

const REASONS: Readonly<Record<AlarmKind, (spec: DockerrunSpec, settings: EnvironmentSettings) => string>> = {
  'unhealthy-hosts': () =>
    'Each target group has an alarm; a target that is unhealthy for as long is not just being replaced.',
  'server-errors': () => 'It is the share of the answers with 5xx.',
  'missing-tasks': (_, settings) =>
    countsTasks(settings)
      ? 'Container Insights reports how many tasks run and how many should.'
      : 'Each task that runs reports its CPU, so counting the figures counts the tasks; there should be '
        + `${fewestTasks(settings)} at least. Container Insights would know how many.`,
  'cpu': (spec, settings) =>
    cpuMeasuredOf(spec, settings) === 'service'
      ? 'It is the share of what the containers reserve, which they may exceed while others are idle.'
      : 'It is the share of all that the instances of the cluster have: where a container reserves nothing, a share '
        + 'of that says nothing.',
  'memory': (spec) =>
    memoryMeasuredOf(spec) === 'service'
      ? 'It is the share of the limits of the containers; one that exceeds its own is stopped.'
      : 'It is the share of all that the instances of the cluster have: a container may use more than it reserves.',
  'oldest-message': () => 'A message that waits for so long says that the tasks are too few, or stuck.',
  'dead-letters': () => 'What arrives in the dead-letter queue was tried in vain as often as it may be.',
};

function measuresOf(
  kind: AlarmKind, spec: DockerrunSpec, settings: TrafficSettings, watched: WatchedRoutes,
): Measure[] {
  switch (kind) {
    case 'unhealthy-hosts':
      return hostMeasures(watched, settings);
    case 'server-errors':
      return errorMeasures(watched);
    case 'missing-tasks':
      return [
        ['MissingTasks', { kind, of: countsTasks(settings) ? 'insights' : 'service' }, 'Fewer tasks run than should.'],
      ];
    case 'cpu':
      return [['Cpu', { kind, of: cpuMeasuredOf(spec, settings) }, 'The CPU is almost used up.']];
    case 'memory':
      return [['Memory', { kind, of: memoryMeasuredOf(spec) }, 'The memory is almost used up.']];
    case 'oldest-message':
      return [['OldestMessage', { kind }, 'Messages wait too long for somebody to take them.']];
    case 'dead-letters':
      return [['DeadLetters', { kind }, 'Messages could not be worked on, and are in the dead-letter queue.']];
  }
}

function hostMeasures({ routes, networkRoutes }: WatchedRoutes, { scheduling }: EnvironmentSettings): Measure[] {
  const secondTargetGroups = hasSecondGroups(scheduling);
  const groups = (name: string, target: number, key: string, front: 'application' | 'network'): Measure[] =>
    (secondTargetGroups ? [false, true] : [false]).map((second) => [
      `${second ? 'Second' : ''}${front === 'network' ? 'Network' : ''}UnhealthyHosts${key}`,
      { kind: 'unhealthy-hosts', front, target, second },
      `Targets of listener ${name} do not pass their health checks.`,
    ]);
  return [
    ...firstOfEach(routes).flatMap(([{ key, listener }, index]) => groups(listener, index, key, 'application')),
    ...networkRoutes.flatMap(({ key, listener }, index) => groups(listener, index, key, 'network')),
  ];
}

/** Each target group once, with the place of its first route. */
function firstOfEach(routes: WatchedRoutes['routes']): (readonly [WatchedRoutes['routes'][number], number])[] {
  return routes.flatMap((route, index) =>
    routes.findIndex(({ key }) => key === route.key) === index ? [[route, index] as const] : []);
}

function errorMeasures({ routes, ownsLoadBalancer }: WatchedRoutes): Measure[] {
  return [
    ...firstOfEach(routes).map(([{ key, listener }, target]): Measure => [
      `ServerErrors${key}`, { kind: 'server-errors', target },
      `Containers behind listener ${listener} answer with 5xx.`,
    ]),
    ...(ownsLoadBalancer && routes.length > 0
      ? ([
        [
          'LoadBalancerErrors', { kind: 'load-balancer-errors' },
          'The load balancer answers with 5xx itself, as when no container takes a request.',
        ],
      ] satisfies Measure[])
      : []),
  ];
}

/** No figures at all mean that no task runs; everywhere else they mean that there was nothing to count. */
function toThreshold(
  measure: MeasurePlan, limit: number, settings: EnvironmentSettings,
): Pick<AlarmPlan, 'threshold' | 'comparison' | 'missing'> {
  if (measure.kind !== 'missing-tasks') return { threshold: limit, comparison: 'at-least', missing: 'fine' };
  const fewest = fewestTasks(settings);
  if (measure.of === 'insights') {
    return { threshold: limit, comparison: 'at-least', missing: fewest > 0 ? 'alarming' : 'fine' };
  }
  return { threshold: Math.max(0, fewest - limit), comparison: 'at-most', missing: 'alarming' };
}
