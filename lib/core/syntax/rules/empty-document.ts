import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const emptyDocument: Rule = {
  code: 'DR0013',
  name: 'empty-document',
  severity: Severity.ERROR,
  summary: 'The file is not empty.',
  reason: 'There is nothing to deploy.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
