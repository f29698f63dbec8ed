import { Rule } from '../finding/rule';
import { undefinedVolume } from './reference/undefined-volume';
import { SpecRule } from './spec-rule';

/** The rules about a decoded file, in the order of their codes. */
export const SPEC_RULES: readonly SpecRule[] = [
  undefinedVolume,
];

/** Every rule of the library, in the order of their codes. */
export const ALL_RULES: readonly Rule[] = [...SPEC_RULES];
