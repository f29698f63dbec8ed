import { secretIn } from '../rules/secret-signs';
import { STRING_INSIDE } from '../syntax/string-literal';

/** The inside of a JSON string that something follows. Each escape takes stack, so that there is an end to them. */
const TEXT = /[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*){0,10000}/.source;

/** A name; longer ones are not worth the time. */
const NAME = /[^"\\\r\n]{1,200}/.source;

/** The keys that give a name to the value behind them. */
const NAME_KEY = '(?:name|option_name|OptionName)';

/** A name in YAML, which needs no quotes. */
const YAML_NAME = /[A-Za-z_][\w.-]{0,200}/.source;

/** An option in the list form of YAML. */
const YAML_OPTION = `option_name:[ \\t]*['"]?(?<name>${YAML_NAME})['"]?`;

/** Where text gives something a name and a value; the groups are the name and what stands around the value. */
const PAIRS = [
  `(?<before>"${NAME_KEY}"\\s*:\\s*"(?<name>${NAME})"\\s*,\\s*"[Vv]alue"\\s*:\\s*")(?<value>${STRING_INSIDE})`,
  `(?<before>"value"\\s*:\\s*")(?<value>${TEXT})(?<after>"\\s*,\\s*"name"\\s*:\\s*"(?<name>${NAME})")`,
  `(?<before>"(?<name>${NAME})"\\s*:\\s*")(?<value>${STRING_INSIDE})`,
  `(?<before>"(?<name>[A-Za-z_]\\w{0,200})=)(?<value>${STRING_INSIDE})`,
  `(?<before>^[ \\t]*(?:-[ \\t]+)?'?(?<name>${YAML_NAME})'?[ \\t]*:[ \\t]+)(?<value>[^\\r\\n]+)`,
  `(?<before>[{,][ \\t]*'?(?<name>${YAML_NAME})'?[ \\t]*:[ \\t]+)(?<value>[^\\r\\n,}]+)`,
  `(?<before>${YAML_OPTION}[ \\t]*\\r?\\n[ \\t]*value:[ \\t]*)(?<value>[^\\r\\n]+)`,
  `(?<before>${YAML_OPTION}[ \\t]*,[ \\t]*value:[ \\t]*)(?<value>[^\\r\\n,}]+)`,
].map((source) => new RegExp(source, 'gm'));

/**
 * The text with the values that look like secrets hidden, so that they stay out of build logs. Every character keeps
 * its place.
 */
export function hideSecrets(text: string): string {
  return PAIRS.reduce((shown, pair) => shown.replace(pair, hideValue), text);
}

function hideValue(match: string, ...details: readonly unknown[]): string {
  const { before, name, value, after = '' } = details.at(-1) as Readonly<Record<string, string>>;
  return secretIn(name, value) === undefined ? match : `${before}${'*'.repeat(value.length)}${after}`;
}
