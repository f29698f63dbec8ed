import { basename } from 'node:path';
import { BundleInput, bundleInput } from '../core/options/bundle-input';
import { OptionInput } from '../core/reading/read-options';
import { Args } from './args';
import { Io, Misuse } from './io';
import { DOCKERRUN, OpenedBundle, readable } from './open-bundle';

const CRON = 'cron.yaml';

/** Beanstalk does not get it with the bundle. */
const SAVED = '.elasticbeanstalk/';

const COMPOSE = ['docker-compose.yml', 'docker-compose.yaml', 'compose.yml', 'compose.yaml'];

/** What a command is about: a Dockerrun file, alone or in a bundle. */
export interface Source {
  /** What the tally calls it. */
  readonly name: string;
  /** What findings call the Dockerrun file. */
  readonly fileName: string;
  readonly text: string;
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
    return { name, fileName: name, text: opened.text, unread: opened.unread };
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`cannot read ${path}: ${(error as Error).message}`);
  }
}

function bundleSource(
  path: string, { isFolder, files, optionFiles }: OpenedBundle, { strict, savedConfiguration }: Args,
): Source {
  const paths = files.map((file) => file.path);
  const file = files.find((candidate) => candidate.path === DOCKERRUN);
  if (!file) throw new Misuse(`${path} has no ${DOCKERRUN} at its root${whatThereIs(paths, isFolder)}`);
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
  return { name, fileName: DOCKERRUN, text: file.read().toString('utf8'), bundle, unread: [] };
}

/** What stands where the file was looked for. */
function whatThereIs(paths: readonly string[], isFolder: boolean): string {
  const compose = COMPOSE.find((name) => paths.includes(name));
  if (compose !== undefined) {
    return `; its containers are in ${compose}, which is not read: write a version 2 file with the same containers`;
  }
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
