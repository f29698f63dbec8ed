import { Report } from '../finding/rule';
import { Reading } from './notations';
import { placeholdersIn } from './placeholders';
import { unusedSubstitution } from './rules';
import { STRING_LITERAL } from './string-literal';

const STRING = new RegExp(STRING_LITERAL, 'g');

/** One replaced stretch: where it stands in the new text, and how much longer the text became. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

/** What is put in for placeholders, and which of it other files have a use for. */
interface Substitutions {
  readonly substitutions: Readonly<Record<string, string>>;
  readonly usedElsewhere?: ReadonlySet<string>;
}

/**
 * The text that is parsed, and the way back to the text that was written. They differ by a byte-order mark and by
 * placeholders outside quotes, which have to be replaced before the text is JSON at all.
 */
export class SourceText {
  static of(written: string, substitutions: Readonly<Record<string, string>>): SourceText {
    return SourceText.filled(written, bareStretches(written, markOf(written)), substitutions);
  }

  /** The same of a configuration file, which may be YAML: in its option settings no shell reads. */
  static ofConfig(written: string, substitutions: Readonly<Record<string, string>>): SourceText {
    const stretches = Object.keys(substitutions).length > 0 ? sections(written, markOf(written)) : [];
    return SourceText.filled(written, stretches, substitutions);
  }

  private static filled(
    written: string, stretches: Iterable<Stretch>, substitutions: Readonly<Record<string, string>>,
  ): SourceText {
    const used = new Set<string>();
    const edits: Edit[] = [];
    const mark = markOf(written);
    let text = '';
    let done = mark;
    for (const found of stretches) {
      for (const { name, text: placeholder, index } of placeholdersIn(found.text, found.reading)) {
        if (name === undefined || !Object.hasOwn(substitutions, name)) continue;
        used.add(name);
        const start = found.index + index;
        text += written.slice(done, start) + substitutions[name];
        done = start + placeholder.length;
        edits.push({ start: text.length - substitutions[name].length, end: text.length, shift: done - text.length });
      }
    }
    return new SourceText(text + written.slice(done), mark, edits, used);
  }

  private constructor(
    readonly text: string,
    private readonly mark: number,
    private readonly edits: readonly Edit[],
    readonly used: Set<string>,
  ) {}

  /** The offset in the written text of an offset in the parsed text. */
  original(offset: number): number {
    let shift = this.mark;
    for (const edit of this.edits) {
      if (offset < edit.start) break;
      if (offset < edit.end) return edit.start + shift;
      shift = edit.shift;
    }
    return offset + shift;
  }

  /** Reports substitutions that replaced nothing. Says nothing about a text that could not be read to its end. */
  reportUnused({ substitutions, usedElsewhere }: Substitutions, wasRead: boolean, report: Report): void {
    for (const name of wasRead ? Object.keys(substitutions) : []) {
      if (this.used.has(name) || usedElsewhere?.has(name)) continue;
      const hint =
        'Correct its name, or remove it; the guide lists the notations, such as ${NAME}, {{NAME}}, <NAME> and %NAME%.';
      report(
        unusedSubstitution, { path: '', offset: 0, length: 1 },
        `the substitution "${name}" replaces no placeholder of the file.`, hint,
      );
    }
  }
}

interface Stretch {
  readonly text: string;
  readonly index: number;
  readonly reading: Reading;
}

/** The length of the byte-order mark. */
function markOf(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** The stretches of `text` outside string literals. */
function* bareStretches(text: string, from: number): Iterable<Stretch> {
  let done = from;
  for (const match of text.matchAll(STRING)) {
    yield { text: text.slice(done, match.index), index: done, reading: 'value' };
    done = match.index + match[0].length;
  }
  yield { text: text.slice(done), index: done, reading: 'value' };
}

/** The lines of a configuration file; those below `option_settings` hold values, and others may hold commands. */
function* sections(text: string, from: number): Iterable<Stretch> {
  let key = '';
  for (const { 0: line, index } of text.slice(from).matchAll(/[^\n]*\n?/g)) {
    key = /^["']?(\w+)["']?\s*:/.exec(line)?.[1] ?? key;
    yield { text: line, index: from + index, reading: VALUES.includes(key) ? 'value' : 'shell' };
  }
}

/** The keys of option settings in configuration files, `env.yaml` and saved configurations. */
const VALUES = ['option_settings', 'OptionSettings'];
