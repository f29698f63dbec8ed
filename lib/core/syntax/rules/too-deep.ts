import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const tooDeep: Rule = {
  code: 'DR0011',
  name: 'too-deep',
  severity: Severity.ERROR,
  summary: 'Brackets are nested at most 100 deep.',
  reason: 'No Dockerrun file needs more, and readers run out of stack.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
