const FIELDS = ['minute', 'hour', 'day of the month', 'month', 'day of the week'] as const;

/** What EventBridge Scheduler takes for five fields of cron, or why there is nothing like it. */
export type CronResult = { readonly expression: string } | { readonly problem: string };

/**
 * `0 7 * * 1-5` → `cron(0 7 ? * 2-6 *)`. EventBridge counts the days of a week from Sunday as 1, and takes a day of the month
 * or one of the week, never both.
 */
export function toScheduleExpression(schedule: string): CronResult {
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) return { problem: `must have five fields, ${FIELDS.join(', ')}` };
  const odd = fields.findIndex((field) => !/^[\dA-Za-z*,/-]+$/.test(field));
  if (odd >= 0) return { problem: `must have a ${FIELDS[odd]} of digits, names and * , - / only` };
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields;
  if (dayOfMonth !== '*' && dayOfWeek !== '*') return { problem: 'must leave the day of the month or that of the week at *' };
  const days = dayOfWeek === '*' ? '?' : toWeek(dayOfWeek);
  if (days === undefined) return { problem: 'must have days of the week from 0 to 7' };
  return { expression: `cron(${minute} ${hour} ${dayOfWeek === '*' ? dayOfMonth : '?'} ${month} ${days} *)` };
}

/** Sunday is 0 or 7 in cron and 1 in EventBridge; steps stay steps. */
function toWeek(field: string): string | undefined {
  const items = field.split(',').map((item) => {
    const [days, step] = item.split('/');
    const shifted = days.split('-').map((day) => (/^\d+$/.test(day) ? shift(Number(day)) : day.toUpperCase()));
    return shifted.includes(undefined) ? undefined : [shifted.join('-'), ...step === undefined ? [] : [step]].join('/');
  });
  return items.includes(undefined) ? undefined : items.join(',');
}

function shift(day: number): string | undefined {
  return day > 7 ? undefined : String(day % 7 + 1);
}
