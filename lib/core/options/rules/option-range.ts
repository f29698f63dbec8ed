import { Severity } from '../../finding/finding';
import { nearest, oneOf } from '../../finding/suggest';
import { findOption } from '../catalogue';
import { OPEN_FORMS } from '../catalogue/environment';
import { CatalogueOption } from '../catalogue/option';
import { isKnowable } from '../setting';
import { OptionRule } from './option-rule';

export const optionRange: OptionRule = {
  code: 'DR6013',
  name: 'option-range',
  severity: Severity.ERROR,
  summary: 'The value of an option is one that the option can have.',
  reason: 'Beanstalk refuses the whole configuration because of a value that it does not allow.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  fields: [],
  check(setting, { report }) {
    if (!isKnowable(setting)) return;
    const { namespace, optionName, place } = setting;
    const value = setting.value.trim();
    const option = findOption(namespace, optionName);
    const wrong = option ? wrongValue(option, value) : wrongForm(OPEN_FORMS[namespace], value);
    if (wrong) report(place, `has to be ${wrong.allowed}, got ${JSON.stringify(value)}.`, wrong.hint);
  },
};

interface Wrong {
  readonly allowed: string;
  readonly hint: string;
}

function wrongValue(option: CatalogueOption, value: string): Wrong | undefined {
  switch (option.type) {
    case 'whole':
    case 'decimal': return wrongNumber(option, value);
    case 'choice': return option.values?.includes(value) ? undefined : wrongChoice(option.values ?? [], value);
    case 'list': return wrongList(option, value);
    default: return wrongForm(option.form, value);
  }
}

function wrongNumber({ min = -Infinity, max = Infinity }: CatalogueOption, value: string): Wrong | undefined {
  const number = Number(value);
  if (Number.isNaN(number) || (number >= min && number <= max)) return undefined;
  const nearestAllowed = number < min ? min : max;
  const allowed =
    Number.isFinite(min) && Number.isFinite(max)
      ? `from ${min} to ${max}`
      : number < min
        ? `${min} or more`
        : `${max} or less`;
  return { allowed, hint: `Use ${nearestAllowed}, or another value in the range.` };
}

function wrongChoice(values: readonly string[], value: string): Wrong {
  const meant = Number.isNaN(Number(value)) ? nearest(value, values) : undefined;
  return {
    allowed: oneOf(values),
    hint: meant === undefined ? 'Use one of them, or remove the option.' : `Write ${meant} if that is meant.`,
  };
}

function wrongList({ values, max = Infinity, form }: CatalogueOption, value: string): Wrong | undefined {
  const items = value.split(',').map((item) => item.trim());
  const stranger = values && items.find((item) => !values.includes(item));
  if (values && stranger !== undefined) return wrongChoice(values, stranger);
  if (items.length > max) return { allowed: `a list of at most ${max}`, hint: `Remove ${items.length - max} of them.` };
  return wrongForm(form, value);
}

function wrongForm(form: CatalogueOption['form'], value: string): Wrong | undefined {
  return !form || form.pattern.test(value)
    ? undefined
    : { allowed: form.words, hint: 'Write it in this form, or remove the option.' };
}
