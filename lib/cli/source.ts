import { basename, dirname, join, resolve } from 'node:path';
import { bringBack } from '../bundle/files';
import { COMPOSE_NAMES, composeOf } from '../compose-files';
import { BundleInput, bundleInput } from '../core/options/bundle-input';
import { OptionInput, usedIn } from '../core/reading/read-options';
import { LeftOutSettings } from '../core/settings/instances/instances';
import { DecodedText, decodeText } from '../core/syntax/encoding';
import { composeOrigin, dockerrunOrigin, isVersion3, Origin } from '../origin';
import { Args } from './args';
import { Io, Misuse } from './io';
import { DOCKERRUN, OpenedBundle, readable } from './open-bundle';

const CRON = 'cron.yaml';

/** Beanstalk does not get it with the bundle. */
const SAVED = '.elasticbeanstalk/';

/** What a command is about: a Dockerrun file, alone or in a bundle. */
export interface Source {
  /** What the tally calls it. */
  readonly name: string;
  /** What was read of it. */
  readonly origin: Origin;
  readonly bundle?: BundleSource;
  /** What lies beside the file and does not count, since the folder was not named. */
  readonly unread: readonly string[];
}

/** What is around a Dockerrun file. */
export interface BundleSource {
  readonly path: string;
  readonly isFolder: boolean;
  /** Of its files. */
  readonly paths: readonly string[];
  readonly leftOut: readonly LeftOutSettings[];
  readonly options: OptionInput;
  /** What Beanstalk would read of the bundle itself. */
  readonly deployed: BundleInput;
  readonly cronYaml?: string;
}

/** Reads what the operand of a command names; the folder that the user stands in when it names nothing. */
export function readSource(args: Args, io: Io): Source {
  const [path = '.', ...more] = args.operands;
  if (more.length > 0) throw new Misuse(`one file at a time, got ${args.operands.length}`);
  try {
    const opened = io.open(path);
    if (opened.kind === 'bundle') return bundleSource(path, opened, args);
    const name = path === '-' ? '<stdin>' : basename(path);
    return { name, origin: fileOrigin(opened, name, path, args, io), unread: opened.unread };
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`cannot read ${path}: ${(error as Error).message}`);
  }
}

/** A compose file is known by its name or by its services; what it names is beside it. */
function fileOrigin(decoded: DecodedText, name: string, path: string, args: Args, io: Io): Origin {
  const { text, encoding } = decoded;
  if (!/\.ya?ml$/.test(name) && (/^\s*\{/.test(text) || !/^services\s*:/m.test(text))) {
    return dockerrunOrigin(decoded, args, name);
  }
  const folder = path === '-' ? '.' : dirname(path);
  const decodedAt = (file: string): DecodedText | undefined => {
    const opened = io.open(file);
    return opened.kind === 'file' ? opened : undefined;
  };
  const read = (file: string) => {
    try {
      return decodedAt(join(folder, file));
    } catch {
      return undefined;
    }
  };
  const overrides = args.overrides.map((file) => ({ text: '', ...decodedAt(file), name: basename(file) }));
  const files = [{ name, text, encoding }, ...overrides];
  return composeOrigin({ files, read, project: basename(resolve(folder)), ...composed(args) }, folder);
}

function composed({ strict, profiles, substitutions: variables }: Args) {
  return { strict, profiles, variables };
}

function bundleSource(path: string, opened: OpenedBundle, args: Args): Source {
  const { isFolder, files, leftOut, optionFiles } = opened;
  const { strict, savedConfiguration, substitutions } = args;
  const paths = files.map((file) => file.path);
  const input = bundleInput(optionFiles, { savedConfiguration, substitutions });
  refuseUnknown(
    savedConfiguration, input.sources.map(({ name }) => name), path,
  );
  const deployed = bundleInput(
    readable(files).filter((candidate) => !candidate.path.startsWith(SAVED)), { substitutions },
  );
  const cronYaml = textIn(files, CRON)?.text;
  const usedElsewhere = usedIn([...input.sources, { text: cronYaml ?? '', substitutions }]);
  const name = isFolder ? `${path.replace(/(.)\/+$/, '$1')}/` : basename(path);
  const out = leftOut.map((entry) => ({ path: entry.path, way: bringBack(entry) }));
  const bundle = { path, isFolder, paths, leftOut: out, options: { ...input, strict }, deployed, cronYaml };
  return { name, origin: bundleOrigin(path, opened, args, usedElsewhere), bundle, unread: [] };
}

function bundleOrigin(
  path: string, { isFolder, files, leftOut }: OpenedBundle, args: Args, usedElsewhere: ReadonlySet<string>,
): Origin {
  const dockerrun = textIn(files, DOCKERRUN);
  const compose = !dockerrun || isVersion3(dockerrun.text) ? composeOf(files, path) : undefined;
  if (compose) return composeOrigin({ ...compose, ...composed(args) }, isFolder ? path : '.');
  if (dockerrun) return dockerrunOrigin(dockerrun, { ...args, usedElsewhere });
  const ignored = leftOut.find((entry) => [DOCKERRUN, ...COMPOSE_NAMES].includes(entry.path));
  if (ignored) throw new Misuse(`${path} leaves out its ${ignored.path}: ${bringBack(ignored)}`);
  const paths = files.map((file) => file.path);
  throw new Misuse(`${path} has no ${DOCKERRUN} or docker-compose.yml at its root${whatThereIs(paths, isFolder)}`);
}

function textIn(files: OpenedBundle['files'], path: string): DecodedText | undefined {
  const file = files.find((candidate) => candidate.path === path);
  return file && decodeText(file.read());
}

/** What stands where the file was looked for. */
function whatThereIs(paths: readonly string[], isFolder: boolean): string {
  const inner = paths.find((candidate) => candidate.endsWith(`/${DOCKERRUN}`));
  if (inner === undefined) return '';
  const edit = isFolder
    ? `name ${inner.slice(0, -DOCKERRUN.length - 1)} in it instead`
    : 'put what is in the folder into the archive, not the folder';
  return `, but ${inner}; ${edit}`;
}

function refuseUnknown(savedConfiguration: string | undefined, names: readonly string[], path: string): void {
  if (savedConfiguration === undefined || names.some((name) => name.endsWith(`/${savedConfiguration}.cfg.yml`))) return;
  throw new Misuse(
    `${path} has no saved configuration ${JSON.stringify(savedConfiguration)} in .elasticbeanstalk/saved_configs`,
  );
}
