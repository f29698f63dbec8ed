import { largestSets } from './every-option';

/** What `npm run verify -- templates` lints: for both targets, the templates that set most options at once. */
largestSets(4).synth();
