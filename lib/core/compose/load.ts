import { Report } from '../finding/rule';
import { table } from '../finding/table';
import { parseYamlDocuments, YamlDialect } from '../options/syntax/parse-yaml';
import { DecodedText, reportEncoding } from '../syntax/encoding';
import { reportConflicts } from '../syntax/explain/foreign';
import { JsonMember, JsonNode, JsonObject, member, show } from '../syntax/json-tree';
import { ExtendedServices } from './extends';
import { mergeProjects, withoutRepeats } from './merge';
import { itemsOf, textAt, textIn, textsOf } from './nodes';
import { rebased } from './rebase';
import {
  composeForm, composeYaml, extendsCycle, invalidInterpolation, missingComposeFile, requiredVariable, unsetVariable,
} from './rules';
import { NamedText, SourceFiles } from './sources';
import { parseEnvironmentFile } from './text/dotenv';
import { interpolate, Lookup, VariableProblem } from './text/interpolate';
import { folderOf, within } from './text/paths';

/** What a project is read from. */
export interface ComposeInput {
  /** The files that are merged, the first one below the others. */
  readonly files: readonly NamedText[];
  /** A file beside them, by its path in the folder of the project. */
  readonly read: (path: string) => DecodedText | undefined;
  /** What Compose calls the project, unless a file names it. */
  readonly project: string;
  readonly profiles: readonly string[];
  /** The Dockerrun file beside them, which in version 3 says where the credentials of a registry are. */
  readonly dockerrun?: NamedText;
  /** Variables that win over those of `.env`. */
  readonly variables: Readonly<Record<string, string>>;
}

const DIALECT: YamlDialect = { version: '1.2', uniqueKeys: true, invalid: composeYaml };

/** Longer chains of files have no end. */
const MAX_CHAIN = 20;

/**
 * Variables that Elastic Beanstalk sets, with what they are on native ECS: logs of containers are where its ECS
 * platform has them.
 */
const BUILT_IN = table<string>({ EB_LOG_BASE_DIR: '/var/log/containers' });

/** Compose files → the tree of the whole project: variables replaced, files and extended services merged. */
export class ProjectLoader {
  readonly lookup: Lookup;
  private readonly told = new Set<string>();

  constructor(
    private readonly input: ComposeInput, private readonly sources: SourceFiles, private readonly report: Report,
  ) {
    const environment = parseEnvironmentFile(input.read('.env')?.text ?? '', (name) => this.given(name));
    this.lookup = (name) => this.given(name) ?? environment.get(name) ?? BUILT_IN[name];
  }

  load(): JsonObject | undefined {
    const roots = this.input.files.flatMap((file) => this.readFile(file, '', []) ?? []);
    if (roots.length === 0) return undefined;
    return withoutRepeats(roots.reduce(mergeProjects)) as JsonObject;
  }

  /** One file with what it includes, and its services with what they extend; paths are those of the project. */
  readFile(file: NamedText, folder: string, chain: readonly string[]): JsonObject | undefined {
    const start = this.sources.add(file);
    const trees = this.parsed(file, (rule, place, message, hint) => {
      this.report(rule, { ...place, offset: place.offset + start }, message, hint);
    });
    this.sources.keepTree(file, trees[0]);
    const roots = trees.flatMap((tree) => this.rootOf(this.prepared(tree, start)) ?? []);
    if (roots.length === 0) return undefined;
    const own = rebased(roots.reduce(mergeProjects), folder);
    const services = new ExtendedServices(this, this.report, own, [...chain, file.name]).all();
    const extended: JsonObject = services
      ? {
        ...own,
        members: own.members.map((found) => (found.key === 'services' ? { ...found, value: services } : found)),
      }
      : own;
    return this.included(extended, [...chain, file.name]).reduceRight(
      (over, base) => mergeProjects(base, over), extended,
    );
  }

  private parsed(file: NamedText, report: Report): JsonNode[] {
    reportEncoding(file, report);
    return reportConflicts(file.text, report) ? [] : parseYamlDocuments(file.text, DIALECT, report);
  }

  /** The file at a path of the project, which a value names. */
  fileAt(named: string, at: JsonNode, chain: readonly string[]): JsonObject | undefined {
    const path = within('', named);
    if (chain.includes(path) || chain.length > MAX_CHAIN) {
      this.report(extendsCycle, at, `leads back to ${path}.`, 'Take it out of the circle.');
      return undefined;
    }
    const found = this.input.read(path);
    if (found) return this.readFile({ ...found, name: path }, folderOf(path), chain);
    this.report(
      missingComposeFile, at, `names ${JSON.stringify(path)}, which is not there.`,
      'Correct the path, or add the file.',
    );
    return undefined;
  }

  private included(root: JsonObject, chain: readonly string[]): JsonObject[] {
    return itemsOf(member(root, 'include')?.value).flatMap((item) => {
      const paths = item.kind === 'object' ? textsOf(member(item, 'path')?.value) : textsOf(item);
      const folder = textAt(item, 'project_directory');
      return paths.flatMap((path) => this.fileAt(within(folder ?? '', String(path.value)), path, chain) ?? []);
    });
  }

  private rootOf(node: JsonNode): JsonObject | undefined {
    if (node.kind === 'object') return node;
    if (node.kind !== 'null') {
      this.report(
        composeForm, node, `must be a map of keys, got ${show(node)}.`, 'Write "services:" and below it each service.',
      );
    }
    return undefined;
  }

  /** The tree with places among all files, variables replaced, and one member for each key. */
  private prepared(node: JsonNode, start: number): JsonNode {
    const at = { ...node, offset: node.offset + start };
    switch (at.kind) {
      case 'string': return this.replaced(at);
      case 'array': return { ...at, items: at.items.map((item) => this.prepared(item, start)) };
      case 'object': {
        const members = new Map<string, JsonMember>();
        for (const found of at.members) {
          members.set(found.key, {
            key: found.key,
            place: { ...found.place, offset: found.place.offset + start },
            value: this.prepared(found.value, start),
          });
        }
        return { ...at, members: [...members.values()] };
      }
      default: return at;
    }
  }

  private replaced(node: Extract<JsonNode, { kind: 'string' }>): JsonNode {
    const { text, problems } = interpolate(node.value, this.lookup);
    for (const problem of problems) this.tell(problem, node);
    return text === node.value ? node : { ...node, value: text };
  }

  /** A value that stands in several places through an anchor is told about once. */
  private tell(problem: VariableProblem, node: JsonNode): void {
    const key = `${node.offset} ${JSON.stringify(problem)}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    switch (problem.kind) {
      case 'invalid':
        this.report(
          invalidInterpolation, node, `holds ${JSON.stringify(problem.at)}, which names no variable.`,
          'Write "$$" for a dollar sign.',
        );
        return;
      case 'required':
        this.report(
          requiredVariable, node, `needs the variable ${problem.name}${problem.because ? `: ${problem.because}` : ''}.`,
          setIt(problem.name),
        );
        return;
      case 'unset':
        this.report(
          unsetVariable, node, `names the variable ${problem.name}, which is not set; it was taken as empty.`,
          `${setIt(problem.name)} Or write a default: \${${problem.name}:-…}.`,
        );
    }
  }

  private given(name: string): string | undefined {
    if (Object.hasOwn(this.input.variables, name)) return this.input.variables[name];
    return name === 'COMPOSE_PROJECT_NAME' ? this.input.project : undefined;
  }
}

function setIt(name: string): string {
  return `Set it in the file .env, as substitutions: { ${JSON.stringify(name)}: '…' }, or with --set ${name}=… on the `
    + 'command line.';
}

/** What Compose calls the project. */
export function projectName(root: JsonObject, input: ComposeInput): string {
  const name = textIn(member(root, 'name')?.value) ?? input.project;
  return name.toLowerCase().replace(/[^a-z0-9_-]/g, '').replace(/^[_-]+/, '') || 'app';
}

