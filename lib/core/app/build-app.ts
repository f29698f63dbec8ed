import { planSchedules, planTrigger } from '../plan/ecs/instances/scaling';
import { plainSettingSecret } from '../rules/advice/plain-setting-secret';
import { secretIn } from '../rules/secret-signs';
import { branchFor, PLATFORM_MAKERS } from '../settings/beanstalk/platform';
import { environmentFields } from '../settings/environment-fields';
import { onePerInstanceFields, SchedulingSettings } from '../settings/service/scheduling';
import { EnvironmentSettings, known } from '../settings/settings';
import { workerFields, WorkerSettings } from '../settings/worker/worker';
import { DockerrunSpec } from '../spec/model';
import { OptionReferences } from '../translation/references';
import { call, Expression, listOf, Prop, struct, valueOf } from './expression';
import { AppModel } from './model';
import { importsOf } from './references';
import { Objects, propsFrom } from './values';

/** What an app is written of. */
export interface AppInput {
  readonly name: string;
  readonly target: AppModel['target'];
  readonly source: AppSource;
  /** What the app says by itself: all that is chosen, or, where it goes on reading files, what only the call says. */
  readonly settings: EnvironmentSettings;
  readonly references: OptionReferences;
  /** Whether the app goes on reading the files with option settings. */
  readonly readsOptions: boolean;
  /** Whether files of the bundle set options that are props of the app. */
  readonly hasShippedOptions: boolean;
  /** The one that counts; all of them when absent. */
  readonly savedConfiguration?: string;
  /** Whether there are saved configurations, which no bundle holds. */
  readonly hasSaved: boolean;
  readonly strict: boolean;
  readonly substitutions: Readonly<Record<string, string>>;
  /** What is the user's to decide. */
  readonly notes: readonly Note[];
}

/** What a finding asks somebody to decide. */
export interface Note {
  readonly code: string;
  /** The place in its file. */
  readonly path: string;
  readonly text: string;
}

/** What the app reads when it is synthesized. */
export interface AppSource {
  readonly kind: 'file' | 'folder' | 'zip';
  /** The way to it from the folder of the app, folder by folder. */
  readonly steps: readonly string[];
  /** A Dockerrun file when absent. */
  readonly format?: DockerrunSpec['source'];
  /** The profiles of a compose file that are on. */
  readonly profiles?: readonly string[];
  /** The ways to what is merged over a compose file that is named by itself. */
  readonly overrides?: readonly (readonly string[])[];
}

const CONSTRUCTS = { ecs: 'EcsEnvironment', beanstalk: 'BeanstalkEnvironment' } as const;
const READERS = { 'compose': 'fromCompose', 'task-definition': 'fromTaskDefinition' } as const;
const SERVICES = { ecs: 'Amazon ECS', beanstalk: 'AWS Elastic Beanstalk' } as const;

/** Settings → an app that says the same, as a person would have written it. Never throws. */
export function buildApp(input: AppInput): AppModel {
  const { name, target, source, settings, references, notes } = input;
  const { variables, secrets } = withoutSecrets(settings.environmentProperties);
  const { statements, objects } = importsOf(references, settings);
  const own = propsFrom(
    environmentFields, { ...settings, environmentProperties: variables }, withOwn(settings, objects),
  );
  return {
    name,
    target,
    about: `The containers of a ${source.format === 'compose' ? 'compose' : 'Dockerrun'} file on ${SERVICES[target]}.`,
    source: sourceOf(source),
    statements,
    notes: [
      ...notes.filter((note) => !isAboutSecret(note, secrets)).map(({ text }) => text), ...secrets.map(secretNote),
    ],
    construct: CONSTRUCTS[target],
    props: [
      ...inputProps(input, secrets.length > 0), ...platformProps(settings, source), ...own, ...workerProps(settings),
    ],
    ...(input.hasShippedOptions
      && !input.readsOptions && {
      acknowledged: {
        id: 'cdk-dockerrun:option-behind-prop',
        comment: 'What .ebextensions sets is a prop above. Remove the folder once Elastic Beanstalk runs it no more.',
      },
    }),
  };
}

function sourceOf({ kind, steps, format }: AppSource): AppModel['source'] {
  return {
    name: kind === 'file' ? (format === 'compose' ? 'COMPOSE_FILE' : 'DOCKERRUN_FILE') : 'BUNDLE',
    about: kind === 'file'
      ? 'The file that says which containers run.'
      : `The source bundle: the ${format === 'compose' ? 'compose' : 'Dockerrun'} file with the files beside it.`,
    path: { kind: 'path', steps },
  };
}

/** The file or the bundle, and how it is read. */
function inputProps(input: AppInput, needsSecrets: boolean): Prop[] {
  const { source: { kind }, strict, substitutions, savedConfiguration } = input;
  const options = [...readingProps(strict, substitutions), ...composeProps(input.source)];
  const path: Expression = { kind: 'constant', name: sourceOf(input.source).name };
  if (kind === 'file') {
    return [{ name: 'dockerrun', value: call('Dockerrun', readerOf(input.source), [path], options) }];
  }
  const bundle = call('SourceBundle', kind === 'folder' ? 'fromDirectory' : 'fromZip', [path], options);
  const reads = input.hasSaved && kind === 'folder' && (input.readsOptions || needsSecrets);
  const saved = savedConfiguration === undefined
    ? []
    : [{ name: 'savedConfiguration', value: valueOf(savedConfiguration) }];
  const further = [...strict ? [{ name: 'strict', value: valueOf(true) }] : [], ...saved];
  return [
    { name: 'sourceBundle', value: bundle },
    ...reads ? [{ name: 'optionSettings', value: call('OptionSettings', 'fromDirectory', [path], further) }] : [],
  ];
}

function readingProps(strict: boolean, substitutions: AppInput['substitutions']): Prop[] {
  const entries = Object.entries(substitutions).map(([key, value]) => [key, valueOf(value)] as const);
  return [
    ...strict ? [{ name: 'strict', value: valueOf(true) }] : [],
    ...entries.length > 0 ? [{ name: 'substitutions', value: { kind: 'record', entries } as const }] : [],
  ];
}

function readerOf({ format }: AppSource): string {
  return format === undefined ? 'fromFile' : READERS[format];
}

function composeProps({ kind, profiles = [], overrides = [] }: AppSource): Prop[] {
  const paths = kind === 'file' ? overrides.map((steps) => ({ kind: 'path', steps }) as const) : [];
  return [
    ...profiles.length > 0 ? [{ name: 'profiles', value: listOf(profiles.map(valueOf)) }] : [],
    ...paths.length > 0 ? [{ name: 'overrides', value: listOf(paths) }] : [],
  ];
}

function platformProps({ beanstalk }: EnvironmentSettings, { format }: AppSource): Prop[] {
  const version = known(beanstalk?.platform?.version);
  const maker = PLATFORM_MAKERS[branchFor({ source: format })];
  return version === undefined
    ? []
    : [{ name: 'platform', value: call('BeanstalkPlatform', maker, [valueOf(version)]) }];
}

/** What stands in no table, since its class tells the settings. */
function withOwn({ scheduling }: EnvironmentSettings, objects: Objects): Objects {
  const written = scheduling && schedulingOf(scheduling);
  return written ? new Map([...objects, ['scheduling', written]]) : objects;
}

/** Figures that a trigger has no prop for are worked out. */
function schedulingOf(scheduling: SchedulingSettings): Expression | undefined {
  if (scheduling.kind !== 'one-per-instance') return undefined;
  const { triggers, schedules } = scheduling;
  const settings = {
    ...scheduling,
    ...triggers && { triggers: triggers.map((trigger) => ({ ...planTrigger(trigger), unit: undefined })) },
    ...schedules && { schedules: planSchedules(schedules) },
  };
  const props = propsFrom(onePerInstanceFields, settings, new Map(), 'scheduling');
  return props.length > 0 ? call('Scheduling', 'onePerInstance', [], props) : undefined;
}

function workerProps({ worker }: EnvironmentSettings): Prop[] {
  if (!worker) return [];
  const consumer = call('WorkerConsumer', worker.consumer.kind === 'daemon' ? 'daemon' : 'polls', []);
  const objects = new Map([['worker.consumer', consumer]]);
  return [
    {
      name: 'worker',
      value: struct('DockerrunWorker', propsFrom(workerFields, worker satisfies WorkerSettings, objects, 'worker')),
    },
  ];
}

type Variables = EnvironmentSettings['environmentProperties'];

/** What looks like a secret is not copied into code; it goes on being read from where it stands. */
function withoutSecrets(variables: Variables = {}): {
  readonly variables: Variables;
  readonly secrets: readonly string[];
} {
  const isSecret = ([name, value]: readonly [string, unknown]) =>
    typeof value === 'string' && secretIn(name, value) !== undefined;
  const entries = Object.entries(variables);
  return {
    variables: Object.fromEntries(entries.filter((entry) => !isSecret(entry))),
    secrets: entries.filter(isSecret).map(([name]) => name),
  };
}

/** One sentence about a secret is enough. */
function isAboutSecret({ code, path }: Note, secrets: readonly string[]): boolean {
  return code === plainSettingSecret.code && secrets.some((name) => path.endsWith(name));
}

function secretNote(name: string): string {
  return `${name} looks like a secret, so it is not copied here and still comes from the option settings. Store it in `
    + 'Secrets Manager, pass it with secrets, and remove it there.';
}

