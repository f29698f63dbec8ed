import { Rule } from '../../finding/rule';
import { SECTION_RULES } from '../sections';
import { platformHook } from '../sections/platform-hook';
import { changedByYaml } from './changed-by-yaml';
import { computedOption } from './computed-option';
import { dockerStorage } from './docker-storage';
import { environmentKey } from './environment-key';
import { invalidYaml } from './invalid-yaml';
import { missingResourceName } from './missing-resource-name';
import { optionRange } from './option-range';
import { OptionRule } from './option-rule';
import { optionType } from './option-type';
import { otherLoadBalancer } from './other-load-balancer';
import { otherPlatform } from './other-platform';
import { otherTier } from './other-tier';
import { overriddenOption } from './overridden-option';
import { repeatedSection } from './repeated-section';
import { retiredOption } from './retired-option';
import { settingsForm } from './settings-form';
import { severalDocuments } from './several-documents';
import { unknownNamespace } from './unknown-namespace';
import { unknownOption } from './unknown-option';
import { unknownSection } from './unknown-section';
import { valuelessOption } from './valueless-option';

/** The rules about a setting that takes effect, in the order of their codes. */
export const SETTING_RULES: readonly OptionRule[] = [
  unknownNamespace,
  unknownOption,
  optionType,
  optionRange,
  retiredOption,
  otherPlatform,
  otherTier,
  otherLoadBalancer,
  missingResourceName,
  computedOption,
  dockerStorage,
];

/** Every rule about option settings. */
export const OPTION_RULES: readonly Rule[] = [
  invalidYaml,
  severalDocuments,
  repeatedSection,
  settingsForm,
  unknownSection,
  changedByYaml,
  valuelessOption,
  environmentKey,
  overriddenOption,
  ...SETTING_RULES,
  ...SECTION_RULES,
  platformHook,
];
