import { Rule } from '../../finding/rule';
import {
  barePlaceholder, brokenString, comment, duplicateKey, emptyDocument, extraComma, invalidJson, invalidNumber,
  keyWithoutValue, missingComma, missingOpening, tooDeep, trailingComma, unbalancedBracket, unquotedText,
  unusedSubstitution,
} from '.';

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
