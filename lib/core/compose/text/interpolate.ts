/** The value of a variable; nothing when it is not set. */
export type Lookup = (name: string) => string | undefined;

/** What there is to say about the variables of a text. */
export type VariableProblem =
  | { readonly kind: 'unset'; readonly name: string }
  | { readonly kind: 'required'; readonly name: string; readonly because: string }
  | { readonly kind: 'invalid'; readonly at: string };

export interface Interpolated {
  readonly text: string;
  readonly problems: readonly VariableProblem[];
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const OPERATOR = /:?[-?+]/y;

/**
 * The text with its variables replaced as Compose does it: `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`,
 * `${NAME:?error}`, `${NAME?error}`, `${NAME:+other}`, `${NAME+other}`, with variables in all of them; `$$` is `$`. A
 * dollar sign before anything else stays.
 */
export function interpolate(text: string, lookup: Lookup): Interpolated {
  if (!text.includes('$')) return { text, problems: [] };
  const problems: VariableProblem[] = [];
  let result = '';
  let end = 0;
  for (let dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', end)) {
    const found = variableAt(text, dollar);
    result += text.slice(end, dollar);
    if (!found && text[dollar + 1] !== '{') {
      result += '$';
      end = dollar + 1;
      continue;
    }
    if (!found) {
      problems.push({ kind: 'invalid', at: text.slice(dollar, dollar + 12) });
      return { text, problems };
    }
    result += found.name === '$' ? '$' : valueOf(found, lookup, problems);
    end = found.end;
  }
  return { text: result + text.slice(end), problems };
}

interface Variable {
  readonly name: string;
  readonly operator: string;
  readonly rest: string;
  readonly end: number;
}

function variableAt(text: string, dollar: number): Variable | undefined {
  if (text[dollar + 1] === '$') return { name: '$', operator: '', rest: '', end: dollar + 2 };
  const isBraced = text[dollar + 1] === '{';
  const name = matchAt(NAME, text, dollar + (isBraced ? 2 : 1));
  if (name === undefined) return undefined;
  const behind = dollar + (isBraced ? 2 : 1) + name.length;
  if (!isBraced) return { name, operator: '', rest: '', end: behind };
  const close = closingBrace(text, behind);
  const operator = matchAt(OPERATOR, text, behind) ?? '';
  if (close < 0 || (operator === '' && close !== behind)) return undefined;
  return { name, operator, rest: text.slice(behind + operator.length, close), end: close + 1 };
}

function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

/** The brace that closes the one before `from`. */
function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let index = from; index < text.length; index++) {
    if (text[index] === '{' && text[index - 1] === '$') depth++;
    if (text[index] === '}' && --depth === 0) return index;
  }
  return -1;
}

function valueOf({ name, operator, rest }: Variable, lookup: Lookup, problems: VariableProblem[]): string {
  const value = lookup(name);
  const isThere = operator.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
  const other = () => {
    const found = interpolate(rest, lookup);
    problems.push(...found.problems);
    return found.text;
  };
  switch (operator.replace(':', '')) {
    case '-': return isThere ? value! : other();
    case '+': return isThere ? other() : '';
    case '?':
      if (!isThere) problems.push({ kind: 'required', name, because: other() });
      return value ?? '';
    default:
      if (value === undefined) problems.push({ kind: 'unset', name });
      return value ?? '';
  }
}
