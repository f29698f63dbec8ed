import { everyOption } from './every-option';

/** What `npm run verify -- templates` lints: templates of both targets that set every option. */
everyOption().synth();
