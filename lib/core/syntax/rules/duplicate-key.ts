import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const duplicateKey: Rule = {
  code: 'DR0010',
  name: 'duplicate-key',
  severity: Severity.ERROR,
  summary: 'No object has the same key twice.',
  reason: 'JSON readers disagree on which of the two counts, so one of them is lost.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
