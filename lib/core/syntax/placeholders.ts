/** A template placeholder and the name that a substitution would use for it. */
export interface Placeholder {
  /** As it stands in the text: `${TAG}`. */
  readonly text: string;
  /** Its bare name: `TAG`. */
  readonly name: string;
  readonly index: number;
}

/** `<TAG>`, `${TAG}`, `{{TAG}}` and `%TAG%`: forms that no tool but a template engine gives a meaning to. */
const MARKED =
  /<(?<angle>[A-Za-z][\w .-]*)>|\$\{(?<dollar>[A-Za-z_][\w.-]*)\}|\{\{\s*(?<braces>[A-Za-z_.][\w.-]*)\s*\}\}|%(?<percent>[A-Z][A-Z0-9_]{2,})%/g;

/** The same, and `$TAG`, which is also how a shell spells a variable. */
const ANY = new RegExp(`${MARKED.source}|\\$(?<bare>[A-Za-z_]\\w*)`, 'g');

/** The placeholders in `text`. `$NAME` counts only where no shell reads the text. */
export function placeholdersIn(text: string, shell = false): Placeholder[] {
  return [...text.matchAll(shell ? MARKED : ANY)].map((match) => {
    const name = Object.values(match.groups ?? {}).find((group) => group !== undefined) ?? '';
    return { text: match[0], name, index: match.index };
  });
}

/** Replaces every placeholder that `values` names; the others stay. Replaced names are added to `used`. */
export function substitute(
  text: string, values: Readonly<Record<string, string>>, used: Set<string>, shell = false,
): string {
  let result = '';
  let end = 0;
  for (const found of placeholdersIn(text, shell)) {
    if (!Object.hasOwn(values, found.name)) continue;
    used.add(found.name);
    result += text.slice(end, found.index) + values[found.name];
    end = found.index + found.text.length;
  }
  return result + text.slice(end);
}
