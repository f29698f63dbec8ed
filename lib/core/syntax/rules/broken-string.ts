import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const brokenString: Rule = {
  code: 'DR0014',
  name: 'broken-string',
  severity: Severity.ERROR,
  summary: 'Strings end on the line on which they start, and escape what JSON wants escaped.',
  reason: 'A raw line break, a tab or an unknown escape makes the string unreadable.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
