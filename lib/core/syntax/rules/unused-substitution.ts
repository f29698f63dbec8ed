import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const unusedSubstitution: Rule = {
  code: 'DR0012',
  name: 'unused-substitution',
  severity: Severity.WARNING,
  summary: 'Every substitution replaces at least one placeholder.',
  reason: 'A substitution that replaces nothing is usually misspelt, and the placeholder it was meant for stays.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
