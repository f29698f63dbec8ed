import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const missingOpening: Rule = {
  code: 'DR0015',
  name: 'missing-opening',
  severity: Severity.ERROR,
  summary: 'The document starts with an opening brace.',
  reason: 'A Dockerrun file is one JSON object.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
