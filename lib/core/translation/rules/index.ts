import { Rule } from '../../finding/rule';
import { idleOption } from './idle-option';
import { optionBehindProp } from './option-behind-prop';
import { otherWay } from './other-way';
import { referenceForm } from './reference-form';
import { unneededOption } from './unneeded-option';

/** The rules about options on native ECS, in the order of their codes. */
export const TRANSLATION_RULES: readonly Rule[] = [otherWay, unneededOption, idleOption, optionBehindProp, referenceForm];
