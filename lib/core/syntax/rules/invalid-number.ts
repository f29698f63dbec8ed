import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const invalidNumber: Rule = {
  code: 'DR0016',
  name: 'invalid-number',
  severity: Severity.ERROR,
  summary: 'Numbers are written as JSON writes them.',
  reason: 'JSON has no leading zeros, no plus signs and no hexadecimal numbers.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
