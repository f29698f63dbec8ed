import { CatalogueNamespace, choice, flag, Form, list, text, whole } from './option';

const DURATION: Form = { pattern: /^PT(?=\d)(\d+H)?(\d+M)?(\d+S)?$/, words: 'a duration such as "PT5M"' };
const TIMESTAMP: Form = {
  pattern: /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d?(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/,
  words: 'a time such as "2026-05-14T07:00:00Z"',
};
const CRON: Form = { pattern: /^\S+( +\S+){4}$/, words: 'a cron expression with five fields' };

/** What the trigger can measure. */
const METRICS = [
  'CPUUtilization',
  'NetworkIn',
  'NetworkOut',
  'DiskWriteOps',
  'DiskReadBytes',
  'DiskReadOps',
  'DiskWriteBytes',
  'Latency',
  'RequestCount',
  'HealthyHostCount',
  'UnhealthyHostCount',
  'TargetResponseTime',
];

export const AUTO_SCALING: readonly CatalogueNamespace[] = [
  {
    name: 'aws:autoscaling:asg',
    about: 'the Auto Scaling group',
    options: [
      choice('Availability Zones', ['Any', 'Any 1', 'Any 2', 'Any 3'], 'Any'),
      whole('Cooldown', 0, 10000, '360'),
      list('Custom Availability Zones'),
      flag('EnableCapacityRebalancing', 'false'),
      whole('MinSize', 1, 10000, '1'),
      whole('MaxSize', 1, 10000, '4'),
    ],
  },
  {
    name: 'aws:autoscaling:scheduledaction',
    about: 'changes of the size of the Auto Scaling group at fixed times',
    needsResourceName: true,
    options: [
      text('StartTime', { form: TIMESTAMP }),
      text('EndTime', { form: TIMESTAMP }),
      whole('MaxSize', 0, 10000),
      whole('MinSize', 0, 10000),
      whole('DesiredCapacity', 0, 10000),
      text('Recurrence', { form: CRON }),
      flag('Suspend', 'false'),
    ],
  },
  {
    name: 'aws:autoscaling:trigger',
    about: 'the metric that the Auto Scaling group follows',
    options: [
      whole('BreachDuration', 1, 600, '5'),
      whole('LowerBreachScaleIncrement', undefined, undefined, '-1'),
      whole('LowerThreshold', 0, 20000000, '2000000'),
      choice('MeasureName', METRICS, 'NetworkOut'),
      whole('Period', 1, 600, '5'),
      whole('EvaluationPeriods', 1, 600, '1'),
      choice('Statistic', ['Minimum', 'Maximum', 'Sum', 'Average'], 'Average'),
      choice(
        'Unit', ['Seconds', 'Percent', 'Bytes', 'Bits', 'Count', 'Bytes/Second', 'Bits/Second', 'Count/Second', 'None'],
        'Bytes',
      ),
      whole('UpperBreachScaleIncrement', undefined, undefined, '1'),
      whole('UpperThreshold', 0, 20000000, '6000000'),
    ],
  },
  {
    name: 'aws:autoscaling:updatepolicy:rollingupdate',
    about: 'how instances are replaced when their configuration changes',
    options: [
      whole('MaxBatchSize', 1, 10000, undefined, { defaultNote: 'a third of MinSize, rounded up' }),
      whole('MinInstancesInService', 0, 9999, undefined, { defaultNote: 'MinSize, or MaxSize - 1 if that is less' }),
      flag('RollingUpdateEnabled', 'false'),
      choice('RollingUpdateType', ['Time', 'Health', 'Immutable'], 'Time'),
      text('PauseTime', { form: DURATION, defaultNote: 'depends on the instance type' }),
      text('Timeout', { form: DURATION, default: 'PT30M' }),
    ],
  },
];
