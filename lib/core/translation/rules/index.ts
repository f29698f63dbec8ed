import { Rule } from '../../finding/rule';
import { decidedOption } from './decided-option';
import { functionBehindOption } from './function-behind-option';
import { idleOption } from './idle-option';
import { optionBehindProp } from './option-behind-prop';
import { otherWay } from './other-way';
import { referenceForm } from './reference-form';
import { unneededOption } from './unneeded-option';

/** The rules about what becomes of options, in the order of their codes. */
export const TRANSLATION_RULES: readonly Rule[] = [
  otherWay, unneededOption, idleOption, optionBehindProp, referenceForm, decidedOption, functionBehindOption,
];
