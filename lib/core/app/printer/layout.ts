import { table } from '../../finding/table';

/** The modules of the CDK, by what an app calls them. */
export const MODULES = table<string>({
  acm: 'certificatemanager', ec2: 'ec2', ecs: 'ecs', elbv2: 'elasticloadbalancingv2', logs: 'logs', s3: 's3',
});

/** How long a line of an app may become. */
const WIDTH = 110;

/** Something between brackets that stands in one line if it fits, else item by item. */
export interface Block {
  readonly open: string;
  readonly items: readonly string[];
  readonly close: string;
  /** What stands inside the brackets of a single line. */
  readonly padding?: string;
}

/**
 * A block as text. `column` is where it begins, and `indent` what its lines are indented by; items that have several
 * lines are laid out for one level more.
 */
export function layOut(
  { open, close, padding = '' }: Omit<Block, 'items'>, itemsAt: (indent: string) => readonly string[],
  { indent, step, column, isOpen = false }: Place & { readonly isOpen?: boolean },
): string {
  const flat = itemsAt(indent);
  if (flat.length === 0) return `${open}${close}`;
  const line = `${open}${padding}${flat.join(', ')}${padding}${close}`;
  if (!isOpen && !line.includes('\n') && column + line.length <= WIDTH) return line;
  const inner = `${indent}${step}`;
  return [open, ...itemsAt(inner).map((item) => `${inner}${item},`), `${indent}${close}`].join('\n');
}

/** Where an expression stands. */
export interface Place {
  readonly indent: string;
  readonly step: string;
  readonly column: number;
}

/** A sentence as lines of a comment. */
export function comment(text: string, indent: string, mark: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${indent}${mark} ${last} ${word}`.length <= WIDTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.map((line) => `${indent}${mark} ${line}`);
}

/** The names that an app imports, by module, each in order. */
export function byModule(types: Iterable<string>): Map<string, string[]> {
  const modules = new Map<string, Set<string>>();
  for (const type of types) {
    const [module, name] = type.includes('.') ? type.split('.') : ['', type];
    const names = modules.get(module) ?? new Set();
    modules.set(module, names.add(name));
  }
  return new Map(
    [...modules].sort(([one], [other]) => (one < other ? -1 : 1)).map(([module, names]) => [module, [...names].sort()]),
  );
}
