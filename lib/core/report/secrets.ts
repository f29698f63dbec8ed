import { JsonNode } from '../syntax/json-tree';
import { parseJson } from '../syntax/parse';
import { SourceText } from '../syntax/source-text';
import { KnownValues } from './known-values';
import { roughSpans } from './rough-spans';
import { SecretSpan, spansOf, spansWithin } from './secret-spans';

/**
 * What is secret in a text, so that it stays out of all that is printed about it. It is found once, in the tree that
 * the text was read into, and only when somebody asks.
 */
export class Secrets {
  /** Nothing is hidden. */
  static readonly NONE = new Secrets('', () => []);

  /** Of a text and the tree of it. Without a tree nobody can tell values from names, and more is hidden than needed. */
  static in(written: string, source: SourceText, root: JsonNode | undefined): Secrets {
    return new Secrets(written, () => spansIn(source.text, root).map((span) => {
      const offset = source.original(span.offset);
      return { ...span, offset, length: source.original(span.offset + span.length) - offset };
    }));
  }

  /** Of a text without placeholders and marks. */
  static of(text: string, root: JsonNode | undefined): Secrets {
    return new Secrets(text, () => spansIn(text, root));
  }

  /** What is secret in a value that is in no text. */
  static ofValue(value: object): Secrets {
    const json = JSON.stringify(value);
    return new Secrets('', () => spansIn(json, parseJson(json, () => undefined)));
  }

  private found?: readonly SecretSpan[];
  private covered?: string;
  private known?: KnownValues;

  private constructor(private readonly text: string, private readonly find: () => readonly SecretSpan[]) {}

  /** The text itself. Every character keeps its place. */
  get shown(): string {
    this.covered ??= cover(this.text, this.spans);
    return this.covered;
  }

  /** A sentence about the text; about a stretch of it, where short values count, too. */
  hide(sentence: string, start = 0, end = 0): string {
    this.known ??= new KnownValues(this.spans, this.text);
    const near = start < end ? this.spans.filter(({ offset, length }) => offset < end && offset + length > start) : [];
    return this.known.hide(sentence, near);
  }

  private get spans(): readonly SecretSpan[] {
    this.found ??= [...this.find()].sort((one, other) => one.offset - other.offset || other.length - one.length);
    return this.found;
  }
}

function spansIn(text: string, root: JsonNode | undefined): SecretSpan[] {
  return root ? [...spansOf(root, text), ...besideTree(text, root)] : roughSpans(text);
}

/** Comments, and what follows the first document. */
function besideTree(text: string, { offset, length }: JsonNode): SecretSpan[] {
  const end = offset + length;
  const comments = [...text.slice(0, end).matchAll(/(?<=^|[ \t])#[^\r\n]*/gm)];
  const find = /^\s*[{[]/.test(text) ? spansWithin : roughSpans;
  return [
    ...comments.flatMap(({ 0: comment, index }) => moved(find(comment), index)),
    ...moved(roughSpans(text.slice(end)), end),
  ];
}

function moved(spans: readonly SecretSpan[], by: number): SecretSpan[] {
  return spans.map((span) => ({ ...span, offset: span.offset + by }));
}

function cover(text: string, spans: readonly SecretSpan[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { offset, length } of spans) {
    const start = Math.max(done, offset);
    const end = offset + length;
    if (end <= start) continue;
    parts.push(text.slice(done, start), text.slice(start, end).replace(/[^\r\n]/g, '*'));
    done = end;
  }
  return parts.join('') + text.slice(done);
}
