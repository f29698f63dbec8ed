import { everyShape } from './every-shape';

/** What `npm run verify -- templates` lints beside the examples. */
everyShape().synth();
