import type { Alias, Document, Node, Pair, YAMLError } from 'yaml';
import { Place, Report, Rule } from '../../finding/rule';
import { JsonMember, JsonNode, memberPath } from '../../syntax/json-tree';
import { invalidYaml, severalDocuments } from '../rules/read';
import { ConfigTree, Converted } from './config-tree';

/** Deeper and larger than any real file. A file of a few lines can stand for more, through its anchors. */
const MAX_DEPTH = 100;
const MAX_NODES = 100_000;

/** Loaded when the first YAML text is read: nobody else pays for the parser. */
function yaml(): typeof import('yaml') {
  return module.require('yaml') as typeof import('yaml');
}

/** How files of one kind are written. */
export interface YamlDialect {
  readonly version: '1.1' | '1.2';
  /** Whether a key that stands twice in one object is an error. */
  readonly uniqueKeys: boolean;
  /** What is said of a text that is not YAML. */
  readonly invalid: Rule;
}

const BEANSTALK: YamlDialect = { version: '1.1', uniqueKeys: false, invalid: invalidYaml };

/** Reads YAML 1.1. What is not YAML is reported with its place and never repaired; then there is no tree. */
export function parseYaml(text: string, report: Report): ConfigTree {
  const documents = documentsOf(text, BEANSTALK);
  const [first, second] = documents;
  if (second) {
    const hint = 'Put what stands behind it into a file of its own.';
    report(
      severalDocuments, at(second.range[0], 3),
      'a second YAML document starts here; Beanstalk reads one from each file.', hint,
    );
  }
  const error = documents.flatMap((document) => document.errors)[0];
  if (!first || error) {
    if (error) reportError(error, BEANSTALK, report);
    return { converted: new Map() };
  }
  return new TreeBuilder(text, first, BEANSTALK).build(report);
}

/** The trees of all documents in a text; none once something in it is not YAML. */
export function parseYamlDocuments(text: string, dialect: YamlDialect, report: Report): JsonNode[] {
  const documents = documentsOf(text, dialect);
  const error = documents.flatMap((document) => document.errors)[0];
  if (error) {
    reportError(error, dialect, report);
    return [];
  }
  return documents.flatMap((document) => new TreeBuilder(text, document, dialect).build(report).root ?? []);
}

function documentsOf(text: string, { version, uniqueKeys }: YamlDialect): Document.Parsed[] {
  return [...yaml().parseAllDocuments(text, { version, uniqueKeys, logLevel: 'silent' })];
}

function reportError({ message, pos: [start, end], code }: YAMLError, { invalid }: YamlDialect, report: Report): void {
  if (code === 'RESOURCE_EXHAUSTION') {
    report(invalid, at(0, 1), 'the text nests too deep to be read.', 'Flatten the document.');
    return;
  }
  const [sentence] = message.split(/ at line \d+|:?\n/);
  const hint =
    code === 'TAB_AS_INDENT'
      ? 'Indent with spaces.'
      : 'Correct the YAML here; indentation, quotes and colons are the usual places.';
  report(invalid, at(start, Math.max(1, end - start)), `the text is not YAML: ${lowerFirst(sentence)}.`, hint);
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

function at(offset: number, length: number): Place {
  return { path: '', offset, length };
}

/** What a tag such as `!Ref` or `!GetAtt` is short for. */
function functionName(tag: string | undefined): string | undefined {
  if (tag === undefined || !/^!\w/.test(tag)) return undefined;
  return tag === '!Ref' ? 'Ref' : `Fn::${tag.slice(1)}`;
}

/** Turns the tree of the parser into the one that all decoders read. */
class TreeBuilder {
  private readonly converted = new Map<JsonNode, Converted>();
  private readonly meant: ReadonlyMap<Alias, Node>;
  private nodes = 0;

  constructor(
    private readonly text: string, private readonly document: Document.Parsed, private readonly dialect: YamlDialect,
  ) {
    this.meant = aliasesOf(document);
  }

  build(report: Report): ConfigTree {
    try {
      return { root: this.node(this.document.contents, '', 0), converted: this.converted };
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      report(this.dialect.invalid, at(0, 1), error.message, 'Write the values out, and flatten the document.');
      return { converted: new Map() };
    }
  }

  private node(parsed: unknown, path: string, depth: number): JsonNode {
    if (depth > MAX_DEPTH) throw new TooLarge(`the text nests more than ${MAX_DEPTH} levels deep.`);
    if (++this.nodes > MAX_NODES) {
      throw new TooLarge(`the text stands for more than ${MAX_NODES} values, through its anchors.`);
    }
    const { isAlias } = yaml();
    if (isAlias(parsed)) return this.node(this.meant.get(parsed), path, depth + 1);
    const place = this.place(parsed, path);
    const inner = this.untagged(parsed, place, depth);
    const name = functionName((parsed as Partial<Node> | null)?.tag);
    return name === undefined ? inner : { ...place, kind: 'object', members: [{ key: name, place, value: inner }] };
  }

  private untagged(parsed: unknown, place: Place, depth: number): JsonNode {
    const { isMap, isSeq } = yaml();
    const { path } = place;
    if (isMap(parsed)) return { ...place, kind: 'object', members: this.members(parsed.items, path, depth) };
    if (isSeq(parsed)) {
      return {
        ...place,
        kind: 'array',
        items: parsed.items.map((item, index) => this.node(item, `${path}[${index}]`, depth + 1)),
      };
    }
    return this.scalar(parsed, place);
  }

  /** Members that `<<` brings in come first, so that those that are written out win. */
  private members(pairs: readonly Pair[], path: string, depth: number): JsonMember[] {
    const isMerge = ({ key }: Pair) => yaml().isScalar(key) && key.source === '<<';
    const merged = pairs.filter(isMerge).flatMap(({ value }) => this.merged(this.node(value, path, depth + 1)));
    const own = pairs.filter((pair) => !isMerge(pair)).map(({ key, value }): JsonMember => {
      const keyNode = this.node(key, path, depth + 1);
      const name = keyNode.kind === 'string' ? keyNode.value : this.source(keyNode);
      const place = { ...keyNode, path: memberPath(path, name) };
      return {
        key: name,
        place: { path: place.path, offset: place.offset, length: place.length },
        value: this.valueOf(value, place, depth),
      };
    });
    return [...merged, ...own];
  }

  /** A key without a value stands for null, at the place of the key. */
  private valueOf(value: unknown, key: Place, depth: number): JsonNode {
    const isThere = value !== null && value !== undefined;
    return isThere
      ? this.node(value, key.path, depth + 1)
      : { path: key.path, offset: key.offset, length: key.length, kind: 'null' };
  }

  /** Of several objects the first one wins. */
  private merged(node: JsonNode): JsonMember[] {
    if (node.kind !== 'array') return node.kind === 'object' ? [...node.members] : [];
    const seen = new Set<string>();
    return node.items.flatMap((item) => {
      const members = this.merged(item).filter(({ key }) => !seen.has(key));
      for (const { key } of members) seen.add(key);
      return members;
    });
  }

  private scalar(parsed: unknown, place: Place): JsonNode {
    const { isScalar } = yaml();
    if (!isScalar(parsed) || parsed.value === null || parsed.value === undefined) return { ...place, kind: 'null' };
    const written = parsed.source ?? '';
    const { value } = parsed;
    if (typeof value === 'number') return this.noted({ ...place, kind: 'number', value }, written, String(value));
    if (typeof value === 'boolean') return this.noted({ ...place, kind: 'boolean', value }, written, String(value));
    return { ...place, kind: 'string', value: typeof value === 'string' ? value : written };
  }

  private noted<T extends JsonNode>(node: T, written: string, read: string): T {
    if (written !== read) this.converted.set(node, { written, read });
    return node;
  }

  private place(parsed: unknown, path: string): Place {
    const { range } = (parsed ?? {}) as Partial<Node>;
    if (!range) return { path, offset: 0, length: 0 };
    return { path, offset: range[0], length: this.text.slice(range[0], range[1]).trimEnd().length };
  }

  private source({ offset, length }: Place): string {
    return this.text.slice(offset, offset + length);
  }
}

/** What each alias stands for: the last node before it with its anchor. All are found in one walk. */
function aliasesOf(document: Document.Parsed): Map<Alias, Node> {
  const { isAlias, visit } = yaml();
  const meant = new Map<Alias, Node>();
  const anchors = new Map<string, Node>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) meant.set(node, target);
      } else if (node.anchor !== undefined) {
        anchors.set(node.anchor, node);
      }
    },
  });
  return meant;
}

/** Thrown and caught in this file. */
class TooLarge extends Error {}
