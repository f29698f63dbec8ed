import { Severity } from '../finding/finding';
import { Rule } from '../finding/rule';
import { tokenLookalike } from './token-lookalike';

const JSON_ERROR = { severity: Severity.ERROR, link: 'https://www.rfc-editor.org/rfc/rfc8259', fields: [] };

export const invalidJson: Rule = {
  ...JSON_ERROR,
  code: 'DR0001',
  name: 'invalid-json',
  summary: 'The file is one JSON value.',
  reason: 'Beanstalk and every other reader of the file stop at the first place that is not JSON.',
};

export const trailingComma: Rule = {
  ...JSON_ERROR,
  code: 'DR0002',
  name: 'trailing-comma',
  summary: 'No comma comes before a closing bracket.',
  reason: 'JSON allows commas only between two values.',
};

export const missingComma: Rule = {
  ...JSON_ERROR,
  code: 'DR0003',
  name: 'missing-comma',
  summary: 'A comma separates two values.',
  reason: 'Without it a reader cannot tell where the first value ends.',
};

export const extraComma: Rule = {
  ...JSON_ERROR,
  code: 'DR0004',
  name: 'extra-comma',
  summary: 'Exactly one comma separates two values.',
  reason: 'JSON has no empty values.',
};

export const comment: Rule = {
  ...JSON_ERROR,
  code: 'DR0005',
  name: 'comment',
  summary: 'The file has no comments.',
  reason: 'JSON knows none, and Beanstalk stops at them.',
};

export const barePlaceholder: Rule = {
  ...JSON_ERROR,
  code: 'DR0006',
  name: 'bare-placeholder',
  summary: 'Template placeholders are rendered before the file is read.',
  reason: 'Outside quotes a placeholder is not a JSON value.',
};

export const unbalancedBracket: Rule = {
  ...JSON_ERROR,
  code: 'DR0007',
  name: 'unbalanced-bracket',
  summary: 'Every bracket that opens is closed by its counterpart, and no other is closed.',
  reason: 'Otherwise everything behind it belongs to the wrong object.',
};

export const unquotedText: Rule = {
  ...JSON_ERROR,
  code: 'DR0008',
  name: 'unquoted-text',
  summary: 'Keys and strings are in double quotes.',
  reason: 'JSON knows no other quotes, and no words but true, false and null.',
};

export const keyWithoutValue: Rule = {
  ...JSON_ERROR,
  code: 'DR0009',
  name: 'key-without-value',
  summary: 'Every key of an object has a colon and a value.',
  reason: 'An object holds pairs of "key": value and nothing else.',
};

export const duplicateKey: Rule = {
  ...JSON_ERROR,
  code: 'DR0010',
  name: 'duplicate-key',
  summary: 'No object has the same key twice.',
  reason: 'JSON readers disagree on which of the two counts, so one of them is lost.',
};

export const tooDeep: Rule = {
  ...JSON_ERROR,
  code: 'DR0011',
  name: 'too-deep',
  summary: 'Brackets are nested at most 100 deep.',
  reason: 'No Dockerrun file needs more, and readers run out of stack.',
};

export const unusedSubstitution: Rule = {
  ...JSON_ERROR,
  code: 'DR0012',
  name: 'unused-substitution',
  severity: Severity.WARNING,
  summary: 'Every substitution replaces at least one placeholder.',
  reason: 'A substitution that replaces nothing is usually misspelt, and the placeholder it was meant for stays.',
};

export const emptyDocument: Rule = {
  ...JSON_ERROR,
  code: 'DR0013',
  name: 'empty-document',
  summary: 'The file is not empty.',
  reason: 'There is nothing to deploy.',
};

export const brokenString: Rule = {
  ...JSON_ERROR,
  code: 'DR0014',
  name: 'broken-string',
  summary: 'Strings end on the line on which they start, and escape what JSON requires.',
  reason: 'A raw line break, a tab or an unknown escape makes the string unreadable.',
};

export const missingOpening: Rule = {
  ...JSON_ERROR,
  code: 'DR0015',
  name: 'missing-opening',
  summary: 'The document starts with an opening brace.',
  reason: 'A Dockerrun file is one JSON object.',
};

export const invalidNumber: Rule = {
  ...JSON_ERROR,
  code: 'DR0016',
  name: 'invalid-number',
  summary: 'Numbers are written as JSON writes them.',
  reason: 'JSON has no leading zeros, no plus signs and no hexadecimal numbers.',
};

export const mergeConflict: Rule = {
  ...JSON_ERROR,
  code: 'DR0017',
  name: 'merge-conflict',
  summary: 'No merge conflict is left in the file.',
  reason: 'The file holds two versions of itself, and nobody can tell which one is meant.',
  link: 'https://git-scm.com/docs/git-merge#_how_conflicts_are_presented',
};

export const yamlText: Rule = {
  ...JSON_ERROR,
  code: 'DR0018',
  name: 'yaml-text',
  summary: 'The Dockerrun file is JSON, not YAML.',
  reason: 'Beanstalk reads its own configuration files as either, and the Dockerrun file as JSON alone.',
};

export const notUtf8: Rule = {
  ...JSON_ERROR,
  code: 'DR0019',
  name: 'not-utf8',
  summary: 'Files are in UTF-8.',
  reason: 'JSON and YAML are; whoever reads another encoding as UTF-8 gets other letters, or none.',
  link: 'https://www.rfc-editor.org/rfc/rfc8259#section-8.1',
};

/** The rules about the text of a file, in the order of their codes. */
export const SYNTAX_RULES: readonly Rule[] = [
  invalidJson,
  trailingComma,
  missingComma,
  extraComma,
  comment,
  barePlaceholder,
  unbalancedBracket,
  unquotedText,
  keyWithoutValue,
  duplicateKey,
  tooDeep,
  unusedSubstitution,
  emptyDocument,
  brokenString,
  missingOpening,
  invalidNumber,
  mergeConflict,
  yamlText,
  notUtf8,
  tokenLookalike,
];
