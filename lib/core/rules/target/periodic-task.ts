import { Severity } from '../../finding/finding';
import { toScheduleExpression } from '../../settings/cron';
import { PeriodicTaskSettings } from '../../settings/worker';
import { TargetRule } from './target-rule';

export const periodicTask: TargetRule = {
  code: 'DR4142',
  name: 'periodic-task',
  severity: Severity.ERROR,
  summary: 'Each periodic task has a name of its own, a path, and a schedule that EventBridge Scheduler knows.',
  reason: 'The names become those of schedules, and the path is where the message is posted to.',
  link: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, { worker }, { at, report }) {
    const owners = new Map<string, number>();
    for (const [index, task] of (worker?.periodicTasks ?? []).entries()) {
      const owner = owners.get(task.name);
      const broken = [...brokenTask(task), ...owner === undefined ? [] : [[`.name must be used once, got "${task.name}", which periodicTasks[${owner}] has already`, 'Rename one of the two.'] as const]];
      for (const [must, hint] of broken) report(at(spec), `worker.periodicTasks[${index}]${must}.`, hint);
      owners.set(task.name, owner ?? index);
    }
  },
};

function* brokenTask({ name, url, schedule }: PeriodicTaskSettings): Iterable<readonly [string, string]> {
  if (!/^[\w.-]{1,64}$/.test(name)) yield [`.name must have 1 to 64 letters, digits and . _ -, got "${name}"`, 'Leave the other characters out.'];
  if (!url.startsWith('/')) yield [`.url must start with a slash, got "${url}"`, `Write "/${url}".`];
  const result = toScheduleExpression(schedule);
  if ('problem' in result) yield [`.schedule ${result.problem}, got "${schedule}"`, 'Write it like "0 7 * * 1-5".'];
}
