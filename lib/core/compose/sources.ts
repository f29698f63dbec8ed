import { Place } from '../finding/rule';
import { DecodedText } from '../syntax/encoding';
import { JsonNode } from '../syntax/json-tree';
import { LineIndex, Position } from '../syntax/line-index';

/** A file that was read. */
export interface NamedText extends DecodedText {
  readonly name: string;
}

/** A stretch of one of several files. */
export interface Located extends Position {
  /** Where the file stands in the list. */
  readonly file: number;
  /** Where the stretch begins in it. */
  readonly start: number;
}

/** The files of a project, behind each other: an offset tells the file, too. */
export class SourceFiles {
  private readonly read: (NamedText & { readonly start: number; readonly lines: LineIndex })[] = [];
  private readonly roots = new Map<string, JsonNode>();
  private end = 0;

  get files(): readonly NamedText[] {
    return this.read;
  }

  /** Adds a file and says what has to be added to its offsets. */
  add({ name, text }: NamedText): number {
    const known = this.read.find((file) => file.name === name && file.text === text);
    if (known) return known.start;
    const start = this.end;
    this.read.push({ name, text, start, lines: new LineIndex(text) });
    this.end = start + text.length + 1;
    return start;
  }

  /** Remembers what a file was read into, with places of its own. */
  keepTree({ name }: NamedText, root: JsonNode | undefined): void {
    if (root) this.roots.set(name, root);
  }

  treeOf({ name }: NamedText): JsonNode | undefined {
    return this.roots.get(name);
  }

  locate({ offset }: Place): Located {
    let file = this.read.length - 1;
    while (file > 0 && this.read[file].start > offset) file--;
    const { start, lines } = this.read[file];
    return { file, start: offset - start, ...lines.position(offset - start) };
  }
}
