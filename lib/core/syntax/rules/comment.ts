import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const comment: Rule = {
  code: 'DR0005',
  name: 'comment',
  severity: Severity.ERROR,
  summary: 'The file has no comments.',
  reason: 'JSON knows none, and Beanstalk stops at them.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
