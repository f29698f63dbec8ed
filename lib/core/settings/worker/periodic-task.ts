import { toScheduleExpression } from './cron';
import { PeriodicTaskSettings } from './worker';

/** What a value of a task must be, with the edit that makes it so. */
export type TaskFault = readonly [key: keyof PeriodicTaskSettings, must: string, hint: string];

/** What is wrong with each value of a task that is there. */
export function* taskFaults({ name, url, schedule }: Partial<PeriodicTaskSettings>): Iterable<TaskFault> {
  if (name !== undefined && !/^[\w.-]{1,64}$/.test(name)) {
    yield ['name', `must have 1 to 64 letters, digits and . _ -, got "${name}"`, 'Leave the other characters out.'];
  }
  if (url !== undefined && !url.startsWith('/')) {
    yield ['url', `must start with a slash, got "${url}"`, `Write "/${url}".`];
  }
  const result = schedule === undefined ? {} : toScheduleExpression(schedule);
  if ('problem' in result) yield ['schedule', `${result.problem}, got "${schedule}"`, 'Write it like "0 7 * * 1-5".'];
}
