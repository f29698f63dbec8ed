import { OptionReading } from '../core/read-options';
import { EcsSettings } from '../core/settings/settings';
import { QUEUE_VARIABLE } from '../core/settings/worker';
import { translateReading, TranslatedOptions } from '../core/translate-options';
import { defined } from '../core/translation/defined';
import { GivenSettings } from './args';
import { BundleSource } from './source';

/** What a plan is made of beside the file, and what there is to say about option settings. */
export interface Gathered {
  readonly settings: EcsSettings;
  readonly translated?: TranslatedOptions;
}

/** What the options of the command line say, and below it what the bundle says. */
export function gatherSettings(given: GivenSettings, bundle: BundleSource | undefined): Gathered {
  const own = defined(given) ?? {};
  if (!bundle) return { settings: { ownVpc: false, ...own } };
  const worker = isWorker(bundle.options);
  const translated = translateReading(bundle.options, { props: Object.keys(own), variables: [], worker: worker ? ['consumer'] : undefined });
  const settings = { ownVpc: false, ...translated.settings, ...own, sourceBundle: { paths: bundle.paths } };
  return { settings: worker ? withWorker(settings, translated) : settings, translated };
}

/** Whether the files say that the environment takes its work from a queue. */
export function isWorker({ environment }: OptionReading): boolean {
  return environment.tier === 'worker';
}

/** The files tell the queue and not who takes messages from it, so that the containers are taken to do so. */
function withWorker(settings: EcsSettings, { queue }: TranslatedOptions): EcsSettings {
  const variable = { [QUEUE_VARIABLE]: { unresolved: `environmentProperties.${QUEUE_VARIABLE}` } };
  return {
    ...settings,
    worker: { consumer: { kind: 'polls' }, ownQueue: false, ...queue },
    environmentProperties: { ...variable, ...settings.environmentProperties },
  };
}
