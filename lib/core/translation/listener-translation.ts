import { ListenerSettings } from '../settings/settings';
import { OptionValues } from './option-values';

/** A listener with the certificates that it names. */
export interface TranslatedListener {
  readonly listener: ListenerSettings;
  readonly certificateArns: readonly string[];
}

/** Where listeners come from. */
export type ListenerTranslation = (values: OptionValues) => readonly TranslatedListener[];

/** The port that Beanstalk always listens on, unless it is switched off. */
export const USUAL_PORT = 80;

/** How long a cookie lives that nobody gives an age: a day. */
export const COOKIE_SECONDS = 86_400;
