import { Severity } from '../../../finding/finding';
import { BeanstalkChoices } from '../../../settings/beanstalk/beanstalk';
import { known } from '../../../settings/setting';
import { TargetRule } from '../target-rule';

const WEEKLY = /^(mon|tue|wed|thu|fri|sat|sun):([01]?\d|2[0-3]):[0-5]\d$/i;

export const invalidBeanstalkSetting: TargetRule = {
  code: 'DR4210',
  name: 'invalid-beanstalk-setting',
  severity: Severity.ERROR,
  summary:
    'A batch has 1 to 100 percent or 1 instance or more, traffic splits for 3 to 600 minutes, platforms are updated at '
    + 'a day and a time, and names have letters, digits and hyphens.',
  reason: 'Beanstalk refuses the whole configuration because of a value that it does not allow.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-elasticbeanstalkcommand',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, { beanstalk = {} }, { at, report }) {
    for (const [prop, must, got] of wrong(beanstalk)) {
      report(at(spec), `${prop} must be ${must}, got ${got}.`, 'Use such a value, or leave it out.', [prop]);
    }
  },
};

function isName(text: string, longest: number): boolean {
  return text.length >= 4 && text.length <= longest && /^[a-z\d]([a-z\d-]*[a-z\d])?$/i.test(text);
}

function* wrong({
  deployment = { policy: 'Rolling' }, updateTime, environmentName, cnamePrefix,
}: BeanstalkChoices): Iterable<readonly [string, string, string | number]> {
  const { batchSize, batchIsFixed = false, newVersionPercent, evaluationMinutes } = deployment;
  const figures: readonly (readonly [string, number | undefined, number, number])[] = [
    ['deployment.batchSize', batchIsFixed ? batchSize : undefined, 1, 10_000],
    ['deployment.batchPercent', batchIsFixed ? undefined : batchSize, 1, 100],
    ['deployment.newVersionPercent', newVersionPercent, 1, 100],
    ['deployment.evaluationTime', evaluationMinutes, 3, 600],
  ];
  for (const [prop, value, min, max] of figures) {
    if (value !== undefined && (!Number.isInteger(value) || value < min || value > max)) {
      yield [prop, `a whole number from ${min} to ${max}`, value];
    }
  }
  if (updateTime !== undefined && !WEEKLY.test(updateTime)) {
    yield ['updateTime', 'a day and a time such as "Tue:05:00"', JSON.stringify(updateTime)];
  }
  for (const [prop, name, longest] of [
    ['environmentName', environmentName, 40], ['cnamePrefix', cnamePrefix, 63],
  ] as const) {
    const text = known(name);
    if (text !== undefined && !isName(text, longest)) {
      yield [prop, `4 to ${longest} letters, digits and hyphens with no hyphen at an end`, JSON.stringify(text)];
    }
  }
}
