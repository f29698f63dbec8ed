/** What an alarm may be about. */
export const ALARM_KINDS = [
  'unhealthy-hosts', 'server-errors', 'missing-tasks', 'cpu', 'memory', 'oldest-message', 'dead-letters',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** What the user chose about alarms. */
export interface AlarmsSettings {
  /** Whether there is a topic for them already. */
  readonly ownTopic: boolean;
  readonly thresholds: Readonly<Partial<Record<AlarmKind, number>>>;
  /** How long a figure stays at its threshold before its alarm goes off. */
  readonly breachMinutes?: number;
  /** The alarms that are not made. */
  readonly without: readonly AlarmKind[];
  /** Whether those about unhealthy targets take a deployment back. */
  readonly rollback: boolean;
}

interface AlarmDefaults {
  /** The prop of its threshold. */
  readonly prop: string;
  readonly threshold: number;
  readonly breachMinutes: number;
}

/**
 * Long enough not to go off while a deployment replaces tasks, or while a peak passes that scaling is about to answer.
 */
export const ALARMS: Readonly<Record<AlarmKind, AlarmDefaults>> = {
  'unhealthy-hosts': { prop: 'unhealthyHosts', threshold: 1, breachMinutes: 5 },
  'server-errors': { prop: 'serverErrorPercent', threshold: 5, breachMinutes: 5 },
  'missing-tasks': { prop: 'missingTasks', threshold: 1, breachMinutes: 10 },
  'cpu': { prop: 'cpuPercent', threshold: 90, breachMinutes: 15 },
  'memory': { prop: 'memoryPercent', threshold: 90, breachMinutes: 15 },
  'oldest-message': { prop: 'oldestMessageAge', threshold: 3600, breachMinutes: 5 },
  'dead-letters': { prop: 'deadLetters', threshold: 1, breachMinutes: 1 },
};
