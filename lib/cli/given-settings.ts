import { besideBundle } from '../core/reading/bundle-options';
import { CronReading, readCron } from '../core/reading/read-cron';
import { FileFindings } from '../core/reading/read-options';
import { translateInput, TranslatedOptions } from '../core/reading/translate-options';
import { EnvironmentSettings } from '../core/settings/settings';
import { defined } from '../core/translation/defined';
import { Origins } from '../core/translation/origins';
import { settle, workerOfFiles } from '../core/translation/settle';
import { Args } from './args';
import { BundleSource } from './source';

/** What a plan is made of beside the file, and what there is to say about option settings. */
export interface Gathered {
  readonly settings: EnvironmentSettings;
  readonly origins: Origins;
  readonly options?: GatheredOptions;
}

interface GatheredOptions {
  readonly translated: TranslatedOptions;
  /** Of the tasks of a worker. */
  readonly cron?: FileFindings;
}

/** The stack of `synth`, which is for any account and region: such a stack has two zones. */
const STACK = { isConcrete: false, zones: 2 };

/** What the options of the command line say, and below it what the bundle says. */
export function gatherSettings(
  { settings, target, strict, substitutions }: Args, bundle: BundleSource | undefined,
): Gathered {
  const given = { vpc: false, facts: { stack: STACK }, ...defined(settings) };
  if (!bundle) return settle(given, undefined, target);
  const named = { props: Object.keys(defined(settings) ?? {}), variables: [] };
  const translated = translateInput(besideBundle(bundle.options, bundle.deployed), named, target);
  const cron = translated.isWorker ? cronOf(bundle, strict, substitutions) : undefined;
  const worker = translated.isWorker ? workerOfFiles(target, cron?.reading.tasks) : undefined;
  const settled = settle(
    { ...given, worker, sourceBundle: { paths: bundle.paths, leftOut: bundle.leftOut } }, translated, target,
  );
  return { ...settled, options: { translated, cron: cron?.file } };
}

function cronOf(
  { cronYaml: text }: BundleSource, strict: boolean, substitutions: Args['substitutions'],
): { readonly reading: CronReading; readonly file: FileFindings } | undefined {
  if (text === undefined) return undefined;
  const reading = readCron(text, strict, substitutions);
  const { findings, secrets } = reading;
  return { reading, file: { source: { kind: 'extension', name: 'cron.yaml', text }, findings, secrets } };
}
