import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const extraComma: Rule = {
  code: 'DR0004',
  name: 'extra-comma',
  severity: Severity.ERROR,
  summary: 'Between two values stands one comma.',
  reason: 'JSON has no empty values.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
