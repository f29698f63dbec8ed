import { table } from '../finding/table';
import { placeholdersIn } from '../syntax/placeholders';
import { isTemplate } from './wording';

/** Words that stand for a secret, however they are glued to others: `PGPASSWORD`, `dbPassword`. */
const SECRET_WORD = /(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|APIKEY|CREDENTIALS?)$/;

/** Words that stand for a secret only on their own and behind another word: `DB_PASS`. */
const SHORT_WORD = /^(?:PASS|PWD|PW)$/;

/** Words that make a key of the word behind them a secret one: `API_KEY`. */
const SECRET_KEY = /(?:API|PRIVATE|ACCESS|SECRET|ENCRYPTION|SIGNING|MASTER|AUTH|SERVICE|LICENSE)$/;

/** Words behind the secret one that turn the value into a setting: `TOKEN_TTL`, `PASSWORD_MIN_LENGTH`. */
const SETTING = new Set([
  'FILE',
  'PATH',
  'DIR',
  'URL',
  'URI',
  'ENDPOINT',
  'HOST',
  'PORT',
  'DOMAIN',
  'REGION',
  'ARN',
  'NAME',
  'ID',
  'IDS',
  'TYPE',
  'KIND',
  'HEADER',
  'FIELD',
  'PARAM',
  'COOKIE',
  'PREFIX',
  'SUFFIX',
  'LENGTH',
  'LEN',
  'SIZE',
  'MIN',
  'MAX',
  'COUNT',
  'LIMIT',
  'TTL',
  'AGE',
  'EXPIRY',
  'EXPIRE',
  'EXPIRES',
  'EXPIRATION',
  'EXP',
  'LIFETIME',
  'LIFESPAN',
  'VALIDITY',
  'DURATION',
  'TIMEOUT',
  'INTERVAL',
  'SECONDS',
  'MINUTES',
  'HOURS',
  'DAYS',
  'ALGORITHM',
  'ALG',
  'ENABLED',
  'DISABLED',
  'REQUIRED',
  'POLICY',
  'ROTATION',
  'ISSUER',
  'AUDIENCE',
  'ROUNDS',
  'VERSION',
  'FORMAT',
  'STRATEGY',
  'PROVIDER',
  'BACKEND',
  'STORE',
  'MANAGER',
  'AUTH',
]);
const PUBLIC = new Set(['PUBLIC', 'PUBLISHABLE']);

/** Values that are no secret, or none yet. */
const HARMLESS = [
  /^\s*$/,
  /^(?:true|false|yes|no|on|off|none|null|undefined|enabled|disabled|[01])$/i,
  /^(?:x{3,}|\*+|\.{3,}|change[-_ ]?(?:me|it|this).*|replace[-_ ]?(?:me|this).*|(?:insert|put|enter|your)[-_ ].*|todo|tbd|example|placeholder|redacted)$/i,
  /^arn:/,
  /^\.{0,2}\/(?:run|etc|var|usr|app|opt|home|root|secrets?|mnt|srv|tmp|keys?|certs?|config)\//,
  /^https?:\/\/[^\s@]*$/,
];

/** Values that are secrets whatever the name of the variable is. */
const SECRET_VALUES = table<RegExp>({
  'an AWS access key': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  'a private key': /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/,
  'a GitHub token': /\bgh[pousr]_[A-Za-z0-9]{36}/,
  'a Slack token': /\bxox[abprs]-[A-Za-z0-9-]{10}/,
  'a Stripe key': /\b[rs]k_live_[A-Za-z0-9]{10}/,
  'a URL with a password': /[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,200}:[^\s/@]{1,200}@/,
});

/** The password of an address. */
const PASSWORD = /:\/\/[^:]*:(.*)@$/;

/** What stands behind it changes nothing. */
const MAX_LENGTH = 10_000;

/** What is in each name of a secret, and in each value that is one whatever its name is: most texts have neither. */
export const NAME_SIGN = /pass|pwd|pw|auth|secret|token|key|credential/i;
const VALUE_SIGN = /AKIA|ASIA|PRIVATE KEY|gh[pousr]_|xox|k_live_|:\/\//;

/** Names that are a secret's own only where nothing is warned of, and only hidden. */
const SHORT_NAME = /^-{0,2}(?:pass|pwd|pw|auth)$/i;

/**
 * Why a variable seems to carry a secret, to follow "which"; nothing when it seems to carry none. Never tells the
 * value.
 */
export function secretIn(name: string, whole: string): string | undefined {
  const value = whole.slice(0, MAX_LENGTH);
  if (isTemplate(value) || isHarmless(value)) return undefined;
  const kind = Object.keys(SECRET_VALUES).find((candidate) => SECRET_VALUES[candidate].test(value));
  if (kind !== undefined) return `holds ${kind}`;
  return isSecretName(name) ? 'is named like one' : undefined;
}

/** Whether a value under a name is left out of what is printed; in doubt it is. */
export function isHidden(name: string, value: string): boolean {
  return looksSecret(value) || (isHiddenName(name) && isValue(value));
}

/** Whether a value is left out whatever its name is. */
export function looksSecret(value: string): boolean {
  return VALUE_SIGN.test(value) && Object.values(SECRET_VALUES).some((pattern) => pattern.test(value));
}

/** The parts of a value that are secrets by themselves, and the passwords of addresses in it. */
export function secretsWithin(value: string): string[] {
  return Object.values(SECRET_VALUES).flatMap((pattern) => {
    const found = pattern.exec(value)?.[0];
    return found === undefined ? [] : [found, ...PASSWORD.exec(found)?.slice(1) ?? []];
  });
}

/** Whether the value of a name is left out. */
export function isHiddenName(name: string): boolean {
  return NAME_SIGN.test(name) && (SHORT_NAME.test(name) || isSecretName(name));
}

/** Whether there is anything to hide beside placeholders. */
export function isValue(value: string): boolean {
  if (isHarmless(value)) return false;
  const placeholders = placeholdersIn(value, 'shell');
  const ends = [0, ...placeholders.map(({ index, text }) => index + text.length)];
  const between = ends.map((end, index) => value.slice(end, placeholders[index]?.index));
  return placeholders.length === 0 || between.some((text) => /\w/.test(text));
}

function isHarmless(value: string): boolean {
  return HARMLESS.some((pattern) => pattern.test(value));
}

function isSecretName(name: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase().split(/[^A-Z0-9]+/);
  if (words.some((word) => PUBLIC.has(word))) return false;
  const at = words.findIndex((word, index) => isSecretWord(word, words[index - 1]));
  return at >= 0 && !words.slice(at + 1).some((word) => SETTING.has(word));
}

function isSecretWord(word: string, before: string | undefined): boolean {
  if (SECRET_WORD.test(word)) return true;
  if (before === undefined) return false;
  return SHORT_WORD.test(word) || (word === 'KEY' && SECRET_KEY.test(before));
}
