import { Rule } from '../../finding/rule';
import {
  decidedOption, functionBehindOption, idleOption, optionBehindProp, otherWay, referenceForm, unneededOption,
} from '.';

/** The rules about what becomes of options, in the order of their codes. */
export const TRANSLATION_RULES: readonly Rule[] = [
  otherWay, unneededOption, idleOption, optionBehindProp, referenceForm, decidedOption, functionBehindOption,
];
