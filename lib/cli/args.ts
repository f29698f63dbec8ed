import { parseArgs } from 'node:util';
import { oneOf, didYouMean } from '../core/finding/suggest';
import { NetworkModeName } from '../core/settings/network-modes';
import { NetworkProtocol } from '../core/settings/protocols';
import { EnvironmentSettings, ListenerSettings } from '../core/settings/settings';
import { Misuse } from './io';

const OPTIONS = {
  'help': { type: 'boolean', short: 'h' },
  'version': { type: 'boolean' },
  'json': { type: 'boolean' },
  'strict': { type: 'boolean' },
  'ledger': { type: 'boolean' },
  'target': { type: 'string' },
  'output': { type: 'string' },
  'saved-configuration': { type: 'string' },
  'set': { type: 'string', multiple: true },
  'listener': { type: 'string', multiple: true },
  'network-mode': { type: 'string' },
  'instance-type': { type: 'string' },
  'stack': { type: 'string' },
} as const;

/** Where a file is deployed to. */
export const TARGETS = ['ecs', 'beanstalk'] as const;

export type Target = typeof TARGETS[number];

/** What the command line says in place of the props of an app. */
export type GivenSettings = Pick<EnvironmentSettings, 'networkMode' | 'listeners' | 'instanceType'>;

/** A command line, understood. */
export interface Args {
  readonly command: string;
  readonly operands: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  readonly json: boolean;
  readonly strict: boolean;
  readonly ledger: boolean;
  readonly stack: string;
  readonly target: Target;
  /** The folder that synth writes to. */
  readonly output?: string;
  /** The one that counts; all of them when absent. */
  readonly savedConfiguration?: string;
  readonly substitutions: Readonly<Record<string, string>>;
  readonly settings: GivenSettings;
}

export function parse(argv: readonly string[]): Args {
  const { values, positionals } = parseOptions(argv);
  const [command = '', ...operands] = positionals;
  return {
    command, operands,
    help: values.help ?? false,
    version: values.version ?? false,
    json: values.json ?? false,
    strict: values.strict ?? false,
    ledger: values.ledger ?? false,
    stack: values.stack ?? 'Dockerrun',
    target: parseTarget(values.target ?? 'ecs'),
    output: values.output,
    savedConfiguration: values['saved-configuration'],
    substitutions: Object.fromEntries((values.set ?? []).map(parseSubstitution)),
    settings: {
      networkMode: values['network-mode'] as NetworkModeName | undefined,
      listeners: values.listener?.map(parseListener),
      instanceType: values['instance-type'],
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
    throw new Misuse(`unknown option ${unknown}.${didYouMean(unknown, names) || ` The options are ${oneOf(names, 'and')}.`}`);
  }
}

function parseTarget(name: string): Target {
  const target = TARGETS.find((known) => known === name);
  if (target === undefined) throw new Misuse(`--target takes ${oneOf(TARGETS, 'or')}, got ${JSON.stringify(name)}`);
  return target;
}

function parseSubstitution(text: string): [string, string] {
  const [name, ...rest] = text.split('=');
  if (name === '' || rest.length === 0) throw new Misuse(`--set takes NAME=VALUE, got ${JSON.stringify(text)}`);
  return [name, rest.join('=')];
}

/** `80`, `80:8080`, `80:web:3000` or `53/udp`: listener port and protocol, then host port or container and container port. */
function parseListener(text: string): ListenerSettings {
  const match = /^(\d+)(?:\/(tcp|udp|tcp_udp))?(?::(\d+)|:([A-Za-z0-9_-]+):(\d+))?$/.exec(text);
  if (!match) throw new Misuse(`--listener takes PORT, PORT:HOSTPORT or PORT:CONTAINER:CONTAINERPORT, PORT with /tcp, /udp or /tcp_udp unless it speaks HTTP, got ${JSON.stringify(text)}`);
  const [, port, speaks, instancePort, containerName, containerPort] = match;
  const listener = { port: Number(port), ...speaks && { protocol: speaks.toUpperCase() as NetworkProtocol } };
  if (containerName !== undefined) return { ...listener, containerName, containerPort: Number(containerPort) };
  return { ...listener, instancePort: instancePort === undefined ? undefined : Number(instancePort) };
}
