import { didYouMean, oneOf } from '../finding/suggest';

/** As many names as a person reads in one message. */
const SHOWN = 10;

/** As many names as are compared with a misspelt one. */
const COMPARED = 200;

/** The names that a reference may use. Stays cheap however many names and references a file has. */
export class Candidates {
  private readonly names: ReadonlySet<string>;
  private readonly shown: string;
  private readonly compared: readonly string[];

  constructor(names: Iterable<string | undefined>) {
    const known = [...new Set(names)].filter((name) => name !== undefined);
    this.names = new Set(known);
    const more = known.length > SHOWN ? ` or one of ${known.length - SHOWN} more` : '';
    this.shown = known.length === 0 ? 'there is none' : oneOf(known.slice(0, SHOWN)) + more;
    this.compared = known.slice(0, COMPARED);
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  /** `"a", "b" or "c"`; `there is none`. */
  toString(): string {
    return this.shown;
  }

  /** `Did you mean "x"?`, or `otherwise` when no name is close. */
  hint(word: string, otherwise: string): string {
    return didYouMean(word, this.compared).trim() || otherwise;
  }
}
