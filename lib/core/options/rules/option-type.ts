import { Severity } from '../../finding/finding';
import { findOption } from '../catalogue';
import { OptionType } from '../catalogue/option';
import { isKnowable } from '../setting';
import { OptionRule } from './option-rule';

/** What a value of a type looks like, and how to say so. */
const TYPES: Readonly<Partial<Record<OptionType, readonly [RegExp, string]>>> = {
  flag: [/^(true|false)$/i, '"true" or "false"'],
  whole: [/^-?\d+$/, 'a whole number'],
  decimal: [/^(-?\d+(\.\d+)?|null)$/, 'a number'],
};

export const optionType: OptionRule = {
  code: 'DR6012',
  name: 'option-type',
  severity: Severity.ERROR,
  summary: 'The value of an option has the type of the option.',
  reason: 'Beanstalk refuses the whole configuration because of a value that it cannot read.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  fields: [],
  check(setting, { report }) {
    const { namespace, optionName, value, place } = setting;
    const option = findOption(namespace, optionName);
    const [pattern, words] = (option && TYPES[option.type]) ?? [];
    if (!pattern || !isKnowable(setting) || pattern.test(value.trim())) return;
    report(
      place, `has to be ${words}, got ${JSON.stringify(value)}.`,
      option?.default === undefined ? 'Correct the value.' : `Correct the value; without one it is ${option.default}.`,
    );
  },
};
