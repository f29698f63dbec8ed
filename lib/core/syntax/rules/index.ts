import { Rule } from '../../finding/rule';
import { barePlaceholder } from './bare-placeholder';
import { brokenString } from './broken-string';
import { comment } from './comment';
import { duplicateKey } from './duplicate-key';
import { emptyDocument } from './empty-document';
import { extraComma } from './extra-comma';
import { invalidJson } from './invalid-json';
import { invalidNumber } from './invalid-number';
import { keyWithoutValue } from './key-without-value';
import { missingComma } from './missing-comma';
import { missingOpening } from './missing-opening';
import { tooDeep } from './too-deep';
import { trailingComma } from './trailing-comma';
import { unbalancedBracket } from './unbalanced-bracket';
import { unquotedText } from './unquoted-text';
import { unusedSubstitution } from './unused-substitution';

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
];
