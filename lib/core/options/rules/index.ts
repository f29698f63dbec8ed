import { Rule } from '../../finding/rule';
import { SECTION_RULES } from '../sections';
import { earlierLinux } from '../sections/earlier-linux';
import { ignoredFile } from '../sections/ignored-file';
import { platformHook } from '../sections/platform-hook';
import { LATER_RESOURCE_RULES, RESOURCE_RULES } from '../sections/resource-rules';
import { computedOption } from './computed-option';
import { dockerStorage } from './docker-storage';
import { missingResourceName } from './missing-resource-name';
import { optionRange } from './option-range';
import { OptionRule } from './option-rule';
import { optionType } from './option-type';
import { otherLoadBalancer } from './other-load-balancer';
import { otherPlatform } from './other-platform';
import { otherTier } from './other-tier';
import { READ_RULES } from './read';
import { retiredOption } from './retired-option';
import { unknownNamespace } from './unknown-namespace';
import { unknownOption } from './unknown-option';

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
  ...READ_RULES, ...SETTING_RULES, ...SECTION_RULES, platformHook, ignoredFile, ...RESOURCE_RULES, earlierLinux,
  ...LATER_RESOURCE_RULES,
];
