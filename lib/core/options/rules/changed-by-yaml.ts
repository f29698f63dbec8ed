import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const changedByYaml: Rule = {
  code: 'DR6006',
  name: 'changed-by-yaml',
  severity: Severity.WARNING,
  summary: 'A value that YAML 1.1 reads as something else stands in quotes.',
  reason: 'YAML 1.1 has octal numbers, numbers to the base of 60 and more words for true and false than one may think of.',
  link: 'https://yaml.org/type/',
  fields: [],
};
