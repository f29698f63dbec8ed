import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const missingComma: Rule = {
  code: 'DR0003',
  name: 'missing-comma',
  severity: Severity.ERROR,
  summary: 'A comma stands between two values.',
  reason: 'Without it a reader cannot tell where the first value ends.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
