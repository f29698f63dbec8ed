import { ALL_RULES } from './registry';

/** The names of the rules whose findings say why a value is not in the template. */
export const DROPPING_RULES: ReadonlySet<string> = new Set(
  ALL_RULES.filter(({ drops }) => drops).map(({ name }) => name),
);
