import { toScheduleExpression } from '../../lib/core/settings/worker/cron';

test.each([
  ['* * * * *', 'cron(* * * * ? *)'],
  ['0 7 * * 1-5', 'cron(0 7 ? * 2-6 *)'],
  ['*/5 * * * *', 'cron(*/5 * * * ? *)'],
  ['0 0 1,15 * *', 'cron(0 0 1,15 * ? *)'],
  ['0 0 * * 0', 'cron(0 0 ? * 1 *)'],
  ['0 0 * * 7', 'cron(0 0 ? * 1 *)'],
  ['0 0 * * 6', 'cron(0 0 ? * 7 *)'],
  ['0 0 * 1 sun,MON', 'cron(0 0 ? 1 SUN,MON *)'],
  ['0 0 * * 1-5/2', 'cron(0 0 ? * 2-6/2 *)'],
  ['59 23 31 12 *', 'cron(59 23 31 12 ? *)'],
  ['0 0 1 jan *', 'cron(0 0 1 JAN ? *)'],
  ['  5   4 * *  * ', 'cron(5 4 * * ? *)'],
])('%s is %s', (schedule, expression) => {
  expect(toScheduleExpression(schedule)).toEqual({ expression });
});

test.each([
  ['', 'must have five fields, minute, hour, day of the month, month, day of the week'],
  ['* * * * * *', 'must have five fields, minute, hour, day of the month, month, day of the week'],
  ['0 7 1 * 1', 'must leave the day of the month or that of the week at *'],
  ['60 * * * *', 'must have minutes from 0 to 59'],
  ['0 24 * * *', 'must have hours from 0 to 23'],
  ['0 0 0 * *', 'must have days of the month from 1 to 31'],
  ['0 0 1-32 * *', 'must have days of the month from 1 to 31'],
  ['0 0 1 13 *', 'must have months from 1 to 12'],
  ['0 7 * * 8', 'must have days of the week from 0 to 7'],
  ['*/0 * * * *', 'must have minutes from 0 to 59'],
  ['@ 7 * * 8', 'must have a minute of digits, names and * , - / only'],
  ['0 7 L* ? *', 'must have a month of digits, names and * , - / only'],
])('%j has no equal: it %s', (schedule, problem) => {
  expect(toScheduleExpression(schedule)).toEqual({ problem });
});
