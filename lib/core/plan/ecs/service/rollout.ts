import { instanceRange } from '../../../settings/instances/instance-range';
import { PlacementSettings } from '../../../settings/instances/task-slots';
import {
  hasSecondGroups, ONE_PER_INSTANCE, replicaFields, runsTwice, SchedulingSettings,
} from '../../../settings/service/scheduling';
import { DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { chose } from '../../provenance';
import { AlarmPlan } from './alarm-plan';
import { planReplicas } from './replicas';
import { DaemonPlan, RolloutPlan, ServicePlan } from './service-plan';

/** A daemon service can never exceed 100 %, so a deployment replaces tasks in place and needs room below. */
const MAX_HEALTHY_PERCENT = 100;

/** Long enough for an alarm of some minutes to go off. */
const ALARM_BAKE_MINUTES = 5;

/** How tasks are scheduled and replaced, with figures under which every rollout can go on. */
export function planService(
  spec: DockerrunSpec, settings: RolledSettings, hasFront: boolean, decisions: Decisions,
): ServicePlan {
  const { scheduling = ONE_PER_INSTANCE, rollbackAlarms } = settings;
  const safety = () => planSafety(scheduling, { hasFront, rollbackAlarms }, decisions);
  if (scheduling.kind === 'one-per-instance') return { ...planDaemon(settings, decisions), ...safety() };
  return { ...planReplicas(spec, scheduling, settings, decisions), ...safety() };
}

interface RolledSettings extends PlacementSettings {
  /** The alarms of the service itself that take a deployment back. */
  readonly rollbackAlarms: readonly Pick<AlarmPlan, 'minutes'>[];
}

type Safety = Pick<RolloutPlan, 'rollback' | 'healthCheckGracePeriod' | 'alarmBakeTime' | 'secondTargetGroups'>;

function planDaemon(settings: PlacementSettings, decisions: Decisions): Omit<DaemonPlan, keyof Safety> {
  decisions.about('scheduling').choose(
    'scheduling',
    'one task per instance',
    settings.scheduling ? DecisionSource.PROP : DecisionSource.BEANSTALK,
    'Beanstalk runs the task once on every instance; Amazon ECS calls that a daemon.',
  );
  const minHealthyPercent = planMinimum(settings, decisions.about('scheduling.minHealthyPercent'));
  decisions.choose(
    'maximum healthy percent', MAX_HEALTHY_PERCENT, DecisionSource.DERIVED,
    'Amazon ECS allows a daemon no more: an instance never runs the task twice.',
  );
  decisions.choose(
    'zone rebalancing', 'disabled', DecisionSource.DERIVED,
    'A daemon runs where the instances are; Amazon ECS cannot move it.',
  );
  return { scheduling: 'DAEMON', minHealthyPercent, maxHealthyPercent: MAX_HEALTHY_PERCENT };
}

function planMinimum(settings: PlacementSettings, decisions: Decisions): number {
  const topic = 'minimum healthy percent';
  const { min, isMinKnown } = instanceRange(settings);
  const given = settings.scheduling?.minHealthyPercent;
  if (given !== undefined) {
    const skipped =
      '; minCapacity is known only at deployment, so nothing checks that it leaves a task that may be stopped.';
    return decisions.chosen(topic, given, chose(isMinKnown ? '.' : skipped));
  }
  if (min > 1) {
    return decisions.choose(topic, 50, DecisionSource.DERIVED, 'Half of the tasks keep serving while the others roll.');
  }
  const one =
    'any higher figure would leave no task that may be stopped, and no deployment could ever finish. Under 0 %, Amazon '
    + 'ECS may stop all tasks at once, however many instances there are.';
  return decisions.choose(topic, 0, DecisionSource.DERIVED, isMinKnown
    ? `With one instance, ${one}` : `minCapacity is known only at deployment; if it is 1, ${one}`);
}

interface Surroundings extends Pick<RolledSettings, 'rollbackAlarms'> {
  readonly hasFront: boolean;
}

/** What takes back a deployment that does not come up. */
function planSafety(
  scheduling: SchedulingSettings, { hasFront, rollbackAlarms }: Surroundings, decisions: Decisions,
): Safety {
  const rollback = planBreaker(scheduling, decisions);
  const alarmBakeTime = planAlarms(scheduling, rollbackAlarms, decisions);
  const secondTargetGroups = hasFront && hasSecondGroups(scheduling);
  if (secondTargetGroups) {
    decisions.choose(
      'target groups', 'two for each route', DecisionSource.DERIVED,
      'The versions take turns in them, and Amazon ECS moves requests from one to the other by the weights of a rule.',
    );
  }
  const healthCheckGracePeriod = hasFront ? planGrace(scheduling, decisions) : null;
  return { rollback, healthCheckGracePeriod, alarmBakeTime, secondTargetGroups };
}

function planGrace({ healthCheckGracePeriod: given }: SchedulingSettings, decisions: Decisions): number {
  const seconds = given ?? replicaFields.healthCheckGracePeriod.fallback;
  const reason =
    seconds === 0
      ? 'A task is stopped as soon as the load balancer finds it unhealthy, however young it is.'
      : 'A starting application is not killed for failing its first checks.';
  const grace = decisions.about('scheduling.healthCheckGracePeriod');
  return given === undefined
    ? grace.choose('health check grace', seconds, DecisionSource.DEFAULT, reason, `${seconds} s`)
    : grace.chosen('health check grace', seconds, chose(`. ${reason}`), `${seconds} s`);
}

function planBreaker(scheduling: SchedulingSettings, decisions: Decisions): boolean {
  const reason =
    'A deployment whose tasks keep failing goes back to the last one that worked; Beanstalk leaves that to you.';
  const doubt =
    ' One page of AWS says that this is for rolling deployments alone; then a version that does not come up goes '
    + 'back after 24 hours.';
  const unsaid =
    'AWS says nowhere whether it takes a daemon back: its threshold is a share of the desired count, which a daemon '
    + 'has not. A deployment that hangs goes back when the update of the stack is cancelled.';
  const isDaemon = scheduling.kind === 'one-per-instance';
  return decisions.choose(
    'circuit breaker', true, DecisionSource.DEFAULT,
    isDaemon ? unsaid : runsTwice(scheduling) ? `${reason}${doubt}` : reason, 'rollback',
  );
}

function planAlarms(
  scheduling: SchedulingSettings,
  rollbackAlarms: RolledSettings['rollbackAlarms'],
  decisions: Decisions,
): number | null {
  const alarms = (scheduling.deploymentAlarms ?? 0) + rollbackAlarms.length;
  if (alarms === 0) return null;
  const bakeTime = scheduling.kind === 'replicas' ? scheduling.strategy?.bakeTime : undefined;
  const minutes = !runsTwice(scheduling)
    ? (bakeTime ?? Math.max(ALARM_BAKE_MINUTES, ...rollbackAlarms.map(({ minutes: own }) => own)))
    : null;
  decisions.about('scheduling.deploymentAlarms', 'alarms.rollbackOnUnhealthyHosts').chosen(
    'deployment alarms',
    alarms,
    'Each of them takes the deployment '
      + `back${minutes === null ? '' : `, also within ${minutes} minutes after its last task`}.`,
  );
  return minutes;
}
