const FIELDS = ['minute', 'hour', 'day of the month', 'month', 'day of the week'] as const;

/** The least and the largest number of each field. */
const RANGES: readonly (readonly [number, number])[] = [[0, 59], [0, 23], [1, 31], [1, 12], [0, 7]];

/** What EventBridge Scheduler takes for five fields of cron, or why there is nothing like it. */
export type CronResult = { readonly expression: string } | { readonly problem: string };

/**
 * `0 7 * * 1-5` → `cron(0 7 ? * 2-6 *)`. EventBridge counts the days of a week from Sunday as 1, and takes a day of the
 * month or one of the week, never both.
 */
export function toScheduleExpression(schedule: string): CronResult {
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) return { problem: `must have five fields, ${FIELDS.join(', ')}` };
  const odd = fields.findIndex((field) => !/^[\dA-Za-z*,/-]+$/.test(field));
  if (odd >= 0) return { problem: `must have a ${FIELDS[odd]} of digits, names and * , - / only` };
  const outside = fields.findIndex((field, index) => !isWithin(field, RANGES[index]));
  if (outside >= 0) return { problem: `must have ${plural(FIELDS[outside])} from ${RANGES[outside].join(' to ')}` };
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields;
  if (dayOfMonth !== '*' && dayOfWeek !== '*') {
    return { problem: 'must leave the day of the month or that of the week at *' };
  }
  const days = dayOfWeek === '*' ? '?' : toWeek(dayOfWeek);
  return {
    expression: `cron(${minute} ${hour} ${dayOfWeek === '*' ? dayOfMonth : '?'} ${month.toUpperCase()} ${days} *)`,
  };
}

/** Whether every number is in the range, and every step goes on. */
function isWithin(field: string, [min, max]: readonly [number, number]): boolean {
  return field.split(',').every((item) => {
    const [values, step = '1'] = item.split('/');
    const numbers = values.split('-').filter((value) => /^\d+$/.test(value)).map(Number);
    return /^[1-9]\d*$/.test(step) && numbers.every((number) => number >= min && number <= max);
  });
}

function plural(field: string): string {
  return field.replace(/^\w+/, '$&s');
}

/** Sunday is 0 or 7 in cron and 1 in EventBridge; steps stay steps. */
function toWeek(field: string): string {
  return field.split(',').map((item) => {
    const [days, ...steps] = item.split('/');
    const shifted = days.split('-').map((day) => (/^\d+$/.test(day) ? String(Number(day) % 7 + 1) : day.toUpperCase()));
    return [shifted.join('-'), ...steps].join('/');
  }).join(',');
}
