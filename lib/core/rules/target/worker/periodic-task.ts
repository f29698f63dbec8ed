import { Severity } from '../../../finding/finding';
import { taskFaults } from '../../../settings/worker/worker';
import { TargetRule } from '../target-rule';

export const periodicTask: TargetRule = {
  code: 'DR4142',
  name: 'periodic-task',
  severity: Severity.ERROR,
  summary: 'Each periodic task has a name of its own, a path, and a schedule that EventBridge Scheduler knows.',
  reason: 'The names become those of schedules, and the path is where the message is posted to.',
  link: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based',
  fields: [],
  concerns: 'service',
  check(spec, { worker }, { at, report }) {
    const owners = new Map<string, number>();
    for (const [index, task] of (worker?.periodicTasks ?? []).entries()) {
      const owner = owners.get(task.name);
      const repeated =
        owner === undefined
          ? []
          : [
            [
              'name', `must be used once, got "${task.name}", which periodicTasks[${owner}] has already`,
              'Rename one of the two.',
            ] as const,
          ];
      for (const [key, must, hint] of [...taskFaults(task), ...repeated]) {
        report(at(spec), `worker.periodicTasks[${index}].${key} ${must}.`, hint, [
          `worker.periodicTasks[${index}].${key}`,
        ]);
      }
      owners.set(task.name, owner ?? index);
    }
  },
};
