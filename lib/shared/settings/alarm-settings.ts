import { AlarmKind, AlarmsSettings } from '../../core/settings/service/alarms';
import { AlarmsProps } from '../../ecs/alarms';
import { plain, plainSeconds } from './tokens';

/** What the plan may know of alarms. */
export function alarmsSettings(props: AlarmsProps | undefined, sharesTopic = false): AlarmsSettings | undefined {
  if (!props) return undefined;
  const {
    topic, unhealthyHosts, serverErrorPercent, missingTasks, cpuPercent, memoryPercent, deadLetters, without = [],
  } = props;
  const figures = { unhealthyHosts, serverErrorPercent, missingTasks, cpuPercent, memoryPercent, deadLetters };
  for (const [name, figure] of Object.entries(figures)) plain(`alarms.${name}`, figure);
  return {
    ownTopic: topic !== undefined || sharesTopic,
    thresholds: {
      'unhealthy-hosts': unhealthyHosts,
      'server-errors': serverErrorPercent,
      'missing-tasks': missingTasks,
      'cpu': cpuPercent,
      'memory': memoryPercent,
      'oldest-message': plainSeconds('alarms.oldestMessageAge', props.oldestMessageAge),
      'dead-letters': deadLetters,
    },
    breachMinutes:
      props.breachDuration && plain('alarms.breachDuration', props.breachDuration.toMinutes({ integral: false })),
    without: without.map((alarm): AlarmKind => `${alarm}`),
    rollback: props.rollbackOnUnhealthyHosts === true,
  };
}
