import { Rule } from '../../finding/rule';
import {
  composeVersion, convertedText, convertedVersion1, dockerfileBuild, environmentForm, ignoredKey, invalidValue,
  missingKey, missingVersion, numericString, outOfRange, placeholderInText, unknownChoice, unknownKey,
  unresolvedPlaceholder, unsupportedVersion, versionMismatch, wrongType,
} from '.';

/** The rules about the shape of a file, in the order of their codes. */
export const SPEC_SHAPE_RULES: readonly Rule[] = [
  wrongType,
  numericString,
  missingKey,
  unknownKey,
  ignoredKey,
  environmentForm,
  convertedText,
  missingVersion,
  unsupportedVersion,
  versionMismatch,
  composeVersion,
  convertedVersion1,
  dockerfileBuild,
  outOfRange,
  invalidValue,
  unknownChoice,
  unresolvedPlaceholder,
  placeholderInText,
];
