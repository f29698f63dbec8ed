import { choice, count, flag, Given, listOf, minutes, percent, presence, seconds } from '../fields/field';
import { MAX_TASKS } from './scheduling';

/** What an alarm may be about. */
export const ALARM_KINDS = [
  'unhealthy-hosts', 'server-errors', 'missing-tasks', 'cpu', 'memory', 'oldest-message', 'dead-letters',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** What the user chose about alarms. */
export const alarmFields = {
  topic: presence(),
  /** A target group has so many targets at most. */
  unhealthyHosts: count(1, 1000).else(1),
  serverErrorPercent: percent().else(5),
  missingTasks: count(1, MAX_TASKS).else(1),
  cpuPercent: percent(1000).else(90),
  memoryPercent: percent().else(90),
  oldestMessageAge: seconds(60).else(3600),
  deadLetters: count(1, 1_000_000).else(1),
  /** How long a figure stays at its threshold before its alarm goes off, as far as Amazon CloudWatch looks back. */
  breachDuration: minutes(1, 1440),
  /** The alarms that are not made. */
  without: listOf(choice(...ALARM_KINDS)),
  /** Whether those about unhealthy targets take a deployment back. */
  rollbackOnUnhealthyHosts: flag(),
};

export type AlarmsSettings = Given<typeof alarmFields>;

interface AlarmDefaults {
  /** The prop of its threshold. */
  readonly prop: Exclude<keyof AlarmsSettings, 'topic' | 'breachDuration' | 'without' | 'rollbackOnUnhealthyHosts'>;
  readonly breachDuration: number;
}

/**
 * Long enough not to go off while a deployment replaces tasks, or while a peak passes that scaling is about to answer,
 * in minutes.
 */
export const ALARMS: Readonly<Record<AlarmKind, AlarmDefaults>> = {
  'unhealthy-hosts': { prop: 'unhealthyHosts', breachDuration: 5 },
  'server-errors': { prop: 'serverErrorPercent', breachDuration: 5 },
  'missing-tasks': { prop: 'missingTasks', breachDuration: 10 },
  'cpu': { prop: 'cpuPercent', breachDuration: 15 },
  'memory': { prop: 'memoryPercent', breachDuration: 15 },
  'oldest-message': { prop: 'oldestMessageAge', breachDuration: 5 },
  'dead-letters': { prop: 'deadLetters', breachDuration: 1 },
};
