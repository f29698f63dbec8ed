import { besideBundle, onBeanstalk } from '../core/bundle-options';
import { CronReading, readCron } from '../core/read-cron';
import { FileFindings, OptionReading, readOptions } from '../core/read-options';
import { EnvironmentSettings } from '../core/settings/settings';
import { QUEUE_VARIABLE } from '../core/settings/worker';
import { translateReading, TranslatedOptions } from '../core/translate-options';
import { defined } from '../core/translation/defined';
import { GivenProps } from '../core/translation/given';
import { referencedNetwork } from '../core/translation/network-facts';
import { Args, GivenSettings, Target } from './args';
import { BundleSource } from './source';

/** What a plan is made of beside the file, and what there is to say about option settings. */
export interface Gathered {
  readonly settings: EnvironmentSettings;
  readonly options?: GatheredOptions;
}

interface GatheredOptions {
  readonly reading: OptionReading;
  readonly translated: TranslatedOptions;
  /** Of the tasks of a worker. */
  readonly cron?: FileFindings;
}

/** What the options of the command line say, and below it what the bundle says. */
export function gatherSettings({ settings: given, target, strict }: Args, bundle: BundleSource | undefined): Gathered {
  const own = defined(given) ?? {};
  if (!bundle) return { settings: { ownVpc: false, ...own } };
  const { cronYaml: text } = bundle;
  const worker = isWorker(bundle);
  const cron = worker && text !== undefined ? readCron(text, strict) : undefined;
  const options = readFor(target, bundle, { props: Object.keys(own), variables: [], worker: worker ? ['consumer'] : undefined });
  const settings = settingsOf(own, options.translated, bundle, target);
  return {
    settings: worker ? withWorker(settings, options.translated, { cron, target }) : settings,
    options: { ...options, cron: cron && { source: { kind: 'extension', name: 'cron.yaml', text: text! }, findings: cron.findings } },
  };
}

/** Whether the files say that the environment takes its work from a queue. */
export function isWorker({ options }: BundleSource): boolean {
  return readOptions(options).environment.tier === 'worker';
}

function readFor(target: Target, { options, deployed }: BundleSource, given: GivenProps): Omit<GatheredOptions, 'cron'> {
  const input = besideBundle(options, deployed);
  const reading = readOptions(target === 'beanstalk' ? onBeanstalk(input, given) : input);
  return { reading, translated: translateReading(reading, given, target) };
}

function settingsOf(
  own: GivenSettings, { settings, references, native }: TranslatedOptions, { paths }: BundleSource, target: Target,
): EnvironmentSettings {
  const beanstalk = target === 'beanstalk' ? { ...settings.beanstalk, options: native } : undefined;
  const network = referencedNetwork(references, settings.publicLoadBalancer ?? true);
  return { ownVpc: false, ...settings, ...network, ...own, sourceBundle: { paths }, beanstalk };
}

interface WorkerInput {
  readonly cron: CronReading | undefined;
  readonly target: Target;
}

/** The files tell the queue and not who takes messages from it: on Beanstalk its daemon does, elsewhere the containers are taken to do so. */
function withWorker(settings: EnvironmentSettings, { queue }: TranslatedOptions, { cron, target }: WorkerInput): EnvironmentSettings {
  const variable = { [QUEUE_VARIABLE]: { unresolved: `environmentProperties.${QUEUE_VARIABLE}` } };
  return {
    ...settings,
    worker: { consumer: { kind: target === 'ecs' ? 'polls' : 'daemon' }, cronTasks: cron?.tasks, ...queue },
    environmentProperties: { ...variable, ...settings.environmentProperties },
  };
}
