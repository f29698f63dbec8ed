import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { AppInput, AppSource, Note } from '../../core/app/build-app';
import { stackName } from '../../core/app/model';
import { writeApp } from '../../core/app/write-app';
import { Severity } from '../../core/finding/finding';
import { oneLine } from '../../core/report/harmless';
import { bundleVolume } from '../../core/rules/target/containers/bundle-volume';
import { defined } from '../../core/translation/defined';
import { Args } from '../args';
import { FileReport, Input, printFindings, readInput } from '../input';
import { ExitCode, Io, Misuse } from '../io';

/** Where the app is written unless told: a folder that no bundle takes in. */
const FOLDER = 'cdk';

/** Writes a CDK app that synthesizes what `synth` prints, and overwrites nothing. */
export function init(args: Args, io: Io): ExitCode {
  const { operands: [path = '.'] } = args;
  if (path === '-') {
    throw new Misuse('init writes an app that reads the file, so that it takes no standard input; name the file');
  }
  const input = readInput(args, io);
  if (input.hasErrors || lacksBundle(input)) {
    printFindings(input, 'err', io);
    if (!input.hasErrors) {
      io.err(`${input.name}: its volumes are folders of a source bundle; name the folder that has them\n`);
    }
    return ExitCode.FINDINGS;
  }
  const output = args.output ?? join(input.bundle?.isFolder ? path : dirname(path), FOLDER);
  const files = writeApp(appInput(input, path, output, args), args.language, io.version);
  const taken = io.writeNew(output, files);
  if (taken.length > 0) {
    throw new Misuse(
      `init overwrites nothing, and ${output} has ${taken.join(', ')}; remove `
        + `${taken.length === 1 ? 'it' : 'them'}, or `
        + 'name another folder with --output',
    );
  }
  io.out(files.map(({ path: file }) => `${join(output, file)}\n`).join(''));
  io.err(`${input.name}: wrote ${files.length} files; ${join(output, 'README.md')} has the next commands\n`);
  return ExitCode.OK;
}

/** A construct refuses folders that would stay empty, where who asks about a file gets a warning. */
function lacksBundle({ files, bundle }: Input): boolean {
  return !bundle && files.some(({ findings }) => findings.some(({ code }) => code === bundleVolume.code));
}

function appInput(input: Input, path: string, output: string, args: Args): AppInput {
  const { bundle, gathered } = input;
  const { target, strict, substitutions, savedConfiguration } = args;
  const translated = gathered.options?.translated;
  const readsOptions = target === 'beanstalk' || args.options === 'files';
  const place = resolve(path);
  const folder = bundle?.isFolder ? place : dirname(place);
  return {
    name: args.stack ?? stackName(basename(folder)),
    target,
    source: appSource(input, stepsTo(output, place), output, args),
    settings: readsOptions ? (defined(args.settings) ?? {}) : gathered.settings,
    references: readsOptions ? {} : (translated?.references ?? {}),
    readsOptions,
    hasShippedOptions: bundle !== undefined && bundle.deployed.sources.length > 0,
    hasSaved: bundle !== undefined && bundle.options.sources.some(({ kind }) => kind === 'saved'),
    savedConfiguration,
    strict,
    substitutions,
    notes: input.files.flatMap(notesOf),
  };
}

function appSource(
  { bundle, document }: Input, steps: readonly string[], output: string, { profiles, overrides }: Args,
): AppSource {
  return {
    kind: bundle ? (bundle.isFolder ? 'folder' : 'zip') : 'file',
    steps,
    format: document?.spec.source,
    profiles,
    overrides: overrides.map((file) => stepsTo(output, resolve(file))),
  };
}

/** The way from the folder of the app. */
function stepsTo(output: string, place: string): string[] {
  return relative(resolve(output), place).split(sep);
}

/** What somebody has to decide, once for each place. */
function notesOf({ file, secrets, findings }: FileReport): Note[] {
  return findings
    .filter(({ severity }) => severity === Severity.WARNING)
    .map(({ line, path, message, hint, code }) => ({
      code, path, text: oneLine(secrets.hide(`${file}:${line} ${message} ${hint} [${code}]`)),
    }));
}
