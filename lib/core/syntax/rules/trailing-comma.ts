import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const trailingComma: Rule = {
  code: 'DR0002',
  name: 'trailing-comma',
  severity: Severity.ERROR,
  summary: 'No comma stands before a closing bracket.',
  reason: 'JSON allows commas only between two values.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
