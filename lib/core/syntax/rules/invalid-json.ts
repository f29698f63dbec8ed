import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const invalidJson: Rule = {
  code: 'DR0001',
  name: 'invalid-json',
  severity: Severity.ERROR,
  summary: 'The file is one JSON value.',
  reason: 'Beanstalk and every other reader of the file stop at the first place that is not JSON.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259',
  fields: [],
};
