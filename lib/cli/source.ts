import { basename, dirname, join, resolve } from 'node:path';
import { composeOf } from '../compose-files';
import { BundleInput, bundleInput } from '../core/options/bundle-input';
import { OptionInput } from '../core/reading/read-options';
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
    return { name, origin: fileOrigin(opened.text, name, path, args, io), unread: opened.unread };
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`cannot read ${path}: ${(error as Error).message}`);
  }
}

/** A compose file is known by its name or by its services; what it names is beside it. */
function fileOrigin(text: string, name: string, path: string, args: Args, io: Io): Origin {
  if (!/\.ya?ml$/.test(name) && (/^\s*\{/.test(text) || !/^services\s*:/m.test(text))) {
    return dockerrunOrigin(text, args, name);
  }
  const folder = path === '-' ? '.' : dirname(path);
  const textAt = (file: string) => {
    const opened = io.open(file);
    return opened.kind === 'file' ? opened.text : undefined;
  };
  const read = (file: string) => {
    try {
      return textAt(join(folder, file));
    } catch {
      return undefined;
    }
  };
  const overrides = args.overrides.map((file) => ({ name: basename(file), text: textAt(file) ?? '' }));
  return composeOrigin({ files: [{ name, text }, ...overrides], read, project: basename(resolve(folder)), ...composed(args) }, folder);
}

function composed({ strict, profiles, substitutions: variables }: Args) {
  return { strict, profiles, variables };
}

function bundleSource(path: string, { isFolder, files, optionFiles }: OpenedBundle, args: Args): Source {
  const { strict, savedConfiguration } = args;
  const paths = files.map((file) => file.path);
  const file = files.find((candidate) => candidate.path === DOCKERRUN);
  const text = file?.read().toString('utf8');
  const compose = text === undefined || isVersion3(text) ? composeOf(files, path) : undefined;
  if (text === undefined && !compose) {
    throw new Misuse(`${path} has no ${DOCKERRUN} or docker-compose.yml at its root${whatThereIs(paths, isFolder)}`);
  }
  const origin = compose
    ? composeOrigin({ ...compose, ...composed(args) }, isFolder ? path : '.')
    : dockerrunOrigin(text!, args);
  const input = bundleInput(optionFiles, savedConfiguration);
  refuseUnknown(
    savedConfiguration, input.sources.map(({ name }) => name), path,
  );
  const deployed = bundleInput(readable(files).filter((candidate) => !candidate.path.startsWith(SAVED)));
  const cronYaml = readable(files)
    .find((candidate) => candidate.path === CRON)
    ?.text();
  const name = isFolder ? `${path.replace(/(.)\/+$/, '$1')}/` : basename(path);
  const bundle = { path, isFolder, paths, options: { ...input, strict }, deployed, cronYaml };
  return { name, origin, bundle, unread: [] };
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
