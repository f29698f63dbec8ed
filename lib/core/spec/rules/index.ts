import { Rule } from '../../finding/rule';
import { composeVersion } from './compose-version';
import { convertedText } from './converted-text';
import { convertedVersion1 } from './converted-version-1';
import { dockerfileBuild } from './dockerfile-build';
import { environmentForm } from './environment-form';
import { ignoredKey } from './ignored-key';
import { invalidValue } from './invalid-value';
import { missingKey } from './missing-key';
import { missingVersion } from './missing-version';
import { numericString } from './numeric-string';
import { outOfRange } from './out-of-range';
import { placeholderInText } from './placeholder-in-text';
import { unknownChoice } from './unknown-choice';
import { unknownKey } from './unknown-key';
import { unresolvedPlaceholder } from './unresolved-placeholder';
import { unsupportedVersion } from './unsupported-version';
import { versionMismatch } from './version-mismatch';
import { wrongType } from './wrong-type';

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
