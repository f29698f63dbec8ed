import { parseArgs } from 'node:util';
import { Language, LANGUAGES } from '../core/app/model';
import { Severity } from '../core/finding/finding';
import { choices, didYouMean, oneOf } from '../core/finding/suggest';
import { NetworkModeName } from '../core/settings/network/network';
import { EnvironmentSettings, ListenerSettings } from '../core/settings/settings';
import { NetworkProtocol } from '../core/settings/traffic/protocols';
import { Misuse } from './io';
import { CommandName, COMMANDS, OptionName, OPTIONS, takes, usageOf } from './options';

/** Where a file is deployed to. */
export const TARGETS = ['ecs', 'beanstalk'] as const;

export type Target = typeof TARGETS[number];

/** How findings are printed. */
const FORMATS = ['text', 'json', 'github', 'sarif'] as const;

export type Format = typeof FORMATS[number];

/** What becomes of option settings in an app: props, or what its files say. */
const WAYS = ['props', 'files'] as const;

const COLORING = ['auto', 'always', 'never'] as const;

/** Props of an app, as given on the command line. */
export type GivenSettings = Pick<EnvironmentSettings, 'networkMode' | 'listeners' | 'instanceType' | 'beanstalk'>;

/** A command line, understood. */
export interface Args {
  readonly command: CommandName;
  readonly operands: readonly string[];
  readonly format: Format;
  /** The least severity that makes the command fail. */
  readonly failOn: Severity;
  readonly strict: boolean;
  readonly ledger: boolean;
  /** Which of several stacks is meant, and what the one of `synth` is called. */
  readonly stack?: string;
  /** What an edit is compared with. */
  readonly from?: string;
  /** Whether all images run on each kind of processor. */
  readonly anyProcessor: boolean;
  readonly target: Target;
  readonly color: typeof COLORING[number];
  readonly language: Language;
  readonly options: typeof WAYS[number];
  /** The folder that is written to. */
  readonly output?: string;
  /** The one that counts; all of them when absent. */
  readonly savedConfiguration?: string;
  readonly substitutions: Readonly<Record<string, string>>;
  /** The profiles of a compose file that are on. */
  readonly profiles: readonly string[];
  /** The compose files that are merged over the one that is asked for. */
  readonly overrides: readonly string[];
  readonly settings: GivenSettings;
}

/** A command to run, or a question about the command line itself. */
export type Call =
  | { readonly kind: 'run'; readonly args: Args }
  | { readonly kind: 'help'; readonly command?: CommandName }
  | { readonly kind: 'version' };

/** Throws `Misuse` for a call that cannot be understood. */
export function parse(argv: readonly string[]): Call {
  const { values, positionals: [word, ...operands] } = parseOptions(argv);
  if (values.version) return { kind: 'version' };
  if (word === 'help') return { kind: 'help', command: operands[0] === undefined ? undefined : commandOf(operands[0]) };
  if (values.help) return { kind: 'help', command: word === undefined ? undefined : commandOf(word) };
  const command = commandOf(word);
  refuseOthers(command, Object.keys(values) as OptionName[]);
  if (values['platform-version'] !== undefined && values.target !== 'beanstalk') {
    throw new Misuse('--platform-version is only for --target beanstalk');
  }
  if (values.options === 'props' && values.target === 'beanstalk') {
    throw new Misuse(
      '--options props is only for --target ecs; Elastic Beanstalk reads the files of the bundle itself',
    );
  }
  return { kind: 'run', args: argsOf(command, operands, values) };
}

type Values = ReturnType<typeof parseOptions>['values'];

function argsOf(command: CommandName, operands: readonly string[], values: Values): Args {
  return {
    command,
    operands,
    format: values.json ? 'json' : oneOfThese('format', FORMATS, values.format),
    failOn: oneOfThese('fail-on', [Severity.ERROR, Severity.WARNING, Severity.INFO], values['fail-on']),
    strict: values.strict ?? false,
    ledger: values.ledger ?? false,
    stack: values.stack,
    from: values.from,
    anyProcessor: values['any-processor'] ?? false,
    target: oneOfThese('target', TARGETS, values.target),
    color: oneOfThese('color', COLORING, values.color),
    language: oneOfThese('language', LANGUAGES, values.language),
    options: oneOfThese('options', WAYS, values.options),
    output: values.output,
    savedConfiguration: values['saved-configuration'],
    substitutions: Object.fromEntries((values.set ?? []).map(parseSubstitution)),
    profiles: values.profile ?? [],
    overrides: values.override ?? [],
    settings: {
      networkMode: values['network-mode'] as NetworkModeName | undefined,
      listeners: values.listener?.map(parseListener),
      instanceType: values['instance-type'],
      beanstalk: platformOf(values['platform-version']),
    },
  };
}

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const unknown = /Unknown option '(--?[^']+)'/.exec((error as Error).message)?.[1];
    if (unknown === undefined) throw new Misuse((error as Error).message);
    const names = Object.keys(OPTIONS).map((name) => `--${name}`);
    throw new Misuse(
      `unknown option ${unknown}.${didYouMean(unknown, names) || ` The options are ${oneOf(names, 'and')}.`}`,
    );
  }
}

function commandOf(word: string | undefined): CommandName {
  if (word === undefined) throw new Misuse(`a command is missing\n\n${usageOf().trimEnd()}`);
  if (Object.hasOwn(COMMANDS, word)) return word as CommandName;
  const names = [...Object.keys(COMMANDS), 'help'];
  throw new Misuse(
    `unknown command ${JSON.stringify(word)}.${didYouMean(word, names) || ' See cdk-dockerrun --help.'}`,
  );
}

function refuseOthers(command: CommandName, given: readonly OptionName[]): void {
  const wrong = given.find((name) => !takes(command, name));
  if (wrong === undefined) return;
  const takers = (Object.keys(COMMANDS) as CommandName[]).filter((name) => takes(name, wrong));
  throw new Misuse(
    `${command} takes no --${wrong}, only ${choices(takers, 'and')} `
      + `${takers.length === 1 ? 'does' : 'do'}`,
  );
}

function platformOf(version: string | undefined): GivenSettings['beanstalk'] {
  return version === undefined ? undefined : { platform: { version } };
}

/** The first is the default. */
function oneOfThese<T extends string>(option: OptionName, words: readonly T[], word: string | undefined): T {
  if (word === undefined) return words[0];
  const found = words.find((known) => known === word);
  if (found === undefined) throw new Misuse(`--${option} takes ${oneOf(words, 'or')}, got ${JSON.stringify(word)}`);
  return found;
}

function parseSubstitution(text: string): [string, string] {
  const [name, ...rest] = text.split('=');
  if (name === '' || rest.length === 0) throw new Misuse(`--set takes NAME=VALUE, got ${JSON.stringify(text)}`);
  return [name, rest.join('=')];
}

/** `80`, `80:8080`, `80:web:3000` or `53/udp`: listener port and protocol, then host port or container and its port. */
function parseListener(text: string): ListenerSettings {
  const match = /^(\d+)(?:\/(tcp|udp|tcp_udp))?(?::(\d+)|:([A-Za-z0-9_-]+):(\d+))?$/.exec(text);
  if (!match) {
    throw new Misuse('--listener takes PORT, PORT:HOSTPORT or PORT:CONTAINER:CONTAINERPORT, '
      + `PORT with /tcp, /udp or /tcp_udp unless it speaks HTTP, got ${JSON.stringify(text)}`);
  }
  const [, port, speaks, instancePort, containerName, containerPort] = match;
  const listener = { port: Number(port), ...speaks && { protocol: speaks.toUpperCase() as NetworkProtocol } };
  if (containerName !== undefined) return { ...listener, containerName, containerPort: Number(containerPort) };
  return { ...listener, instancePort: instancePort === undefined ? undefined : Number(instancePort) };
}
