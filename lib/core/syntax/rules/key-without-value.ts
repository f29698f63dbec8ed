import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const keyWithoutValue: Rule = {
  code: 'DR0009',
  name: 'key-without-value',
  severity: Severity.ERROR,
  summary: 'Every key of an object has a colon and a value.',
  reason: 'An object holds pairs of "key": value and nothing else.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
