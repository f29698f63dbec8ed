import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const unbalancedBracket: Rule = {
  code: 'DR0007',
  name: 'unbalanced-bracket',
  severity: Severity.ERROR,
  summary: 'Every bracket that opens is closed by its counterpart, and no other is closed.',
  reason: 'Otherwise everything behind it belongs to the wrong object.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
