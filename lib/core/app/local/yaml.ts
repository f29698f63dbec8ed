/** What is written as YAML. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml | undefined };

/** Words that need no quotes: no number, no word of YAML 1.1, nothing with a meaning in YAML or in Compose. */
const PLAIN = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[A-Za-z_./][\w./-]*$/i;

/** A map as YAML, block by block. Ends with a newline. */
export function toYaml(value: { readonly [key: string]: Yaml | undefined }): string {
  return linesOf(value, '').join('\n').concat('\n');
}

function linesOf(value: Yaml, indent: string): string[] {
  if (isList(value)) {
    return value.flatMap((item) => {
      const [first, ...rest] = isScalar(item) ? [`${indent}  ${scalar(item)}`] : linesOf(item, `${indent}  `);
      return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
    });
  }
  if (isScalar(value)) return [`${indent}${scalar(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (inner === undefined) return [];
    const head = `${indent}${scalar(key)}:`;
    if (isScalar(inner)) return [`${head} ${scalar(inner)}`];
    const lines = linesOf(inner, `${indent}  `);
    return lines.length > 0 ? [head, ...lines] : [`${head} ${isList(inner) ? '[]' : '{}'}`];
  });
}

function isList(value: Yaml): value is readonly Yaml[] {
  return Array.isArray(value);
}

function isScalar(value: Yaml): value is string | number | boolean {
  return typeof value !== 'object';
}

/** A string of JSON is one of YAML. */
function scalar(value: string | number | boolean): string {
  return typeof value !== 'string' || PLAIN.test(value) ? String(value) : JSON.stringify(value);
}
