import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const unquotedText: Rule = {
  code: 'DR0008',
  name: 'unquoted-text',
  severity: Severity.ERROR,
  summary: 'Keys and strings stand in double quotes.',
  reason: 'JSON knows no other quotes, and no words but true, false and null.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
