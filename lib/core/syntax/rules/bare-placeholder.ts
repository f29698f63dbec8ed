import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const barePlaceholder: Rule = {
  code: 'DR0006',
  name: 'bare-placeholder',
  severity: Severity.ERROR,
  summary: 'Template placeholders are rendered before the file is read.',
  reason: 'Outside quotes a placeholder is not a JSON value.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
