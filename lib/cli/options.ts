/** The commands, with what they do. */
export const COMMANDS = {
  check: 'say what is wrong',
  plan: 'say what would be deployed, and why',
  synth: 'print the CloudFormation template of that',
  init: 'write a CDK app that makes it',
  compose: 'print a file for docker compose, to run the containers here',
  diff: 'say what an edit does to an environment that runs',
  rules: 'list the rules, or explain one: rules DR3002, rules mountPoints',
} as const;

export type CommandName = keyof typeof COMMANDS;

/** One option: what it takes, which commands take it, and what it does. */
interface Option {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  readonly multiple?: true;
  /** All commands when absent. */
  readonly of?: readonly CommandName[];
  /** What the help calls its value; further lines of it are forms that do not fit. */
  readonly value?: string;
  readonly help: string;
}

const READING: readonly CommandName[] = ['check', 'plan', 'synth', 'init', 'compose', 'diff'];

/** Every option of the command line, in the order of the help. */
export const OPTIONS = {
  'json': {
    type: 'boolean', of: ['check', 'plan', 'diff', 'rules'], help: 'print JSON: findings, plan, ledger, diff or rules',
  },
  'format': { type: 'string', of: ['check'], value: 'FORMAT', help: 'text (default), json, github or sarif' },
  'fail-on': {
    type: 'string',
    of: ['check', 'plan', 'synth'],
    value: 'SEVERITY',
    help: 'exit with 1 from error (default), warning or info on',
  },
  'target': { type: 'string', of: READING, value: 'TARGET', help: 'ecs (default) or beanstalk' },
  'strict': { type: 'boolean', of: READING, help: 'keys that nobody reads are errors' },
  'set': {
    type: 'string', multiple: true, of: READING, value: 'NAME=VALUE', help: 'resolve the placeholder NAME; repeatable',
  },
  'profile': {
    type: 'string',
    multiple: true,
    of: READING,
    value: 'NAME',
    help: 'of a compose file: turn a profile on; repeatable',
  },
  'override': {
    type: 'string',
    multiple: true,
    of: READING,
    value: 'FILE',
    help: 'of a compose file: merge FILE over it; repeatable',
  },
  'listener': {
    type: 'string',
    multiple: true,
    of: READING,
    value: 'PORT[/tcp | /udp | /tcp_udp][:HOSTPORT | :CONTAINER:PORT]',
    help: 'listen on PORT, for HTTP unless told; repeatable',
  },
  'network-mode': { type: 'string', of: READING, value: 'MODE', help: 'bridge (default), awsvpc, host or none' },
  'instance-type': { type: 'string', of: READING, value: 'TYPE', help: 'run on instances of TYPE (default t3.medium)' },
  'platform-version': {
    type: 'string', of: READING, value: 'VERSION', help: 'for beanstalk: run on VERSION of the platform',
  },
  'saved-configuration': {
    type: 'string', of: READING, value: 'NAME', help: 'use only the saved configuration NAME (default: all)',
  },
  'ledger': { type: 'boolean', of: ['plan'], help: 'where each value of the file goes' },
  'from': {
    type: 'string', of: ['diff'], value: 'OLD', help: 'what runs: a template, a cdk.out folder or a git revision',
  },
  'any-processor': { type: 'boolean', of: ['diff'], help: 'all images are there for each kind of processor' },
  'stack': {
    type: 'string', of: ['synth', 'init', 'diff'], value: 'NAME', help: 'name of the stack (default Dockerrun)',
  },
  'language': { type: 'string', of: ['init'], value: 'LANGUAGE', help: 'typescript (default) or python' },
  'options': {
    type: 'string', of: ['init'], value: 'WAY', help: 'write option settings as props (default) or keep their files',
  },
  'output': {
    type: 'string', of: ['synth', 'init'], value: 'DIR', help: 'write to DIR, with the files that are needed',
  },
  'color': { type: 'string', value: 'WHEN', help: 'auto (default), always or never' },
  'help': { type: 'boolean', short: 'h', help: 'print this' },
  'version': { type: 'boolean', short: 'v', help: 'print the version' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof OPTIONS;

/** Whether a command takes an option. */
export function takes(command: CommandName, name: OptionName): boolean {
  const { of }: Option = OPTIONS[name];
  return of === undefined || of.includes(command);
}

/** The help of the command line, or of one command. */
export function usageOf(command?: CommandName): string {
  const commands = Object.entries(COMMANDS).map(([name, help]) => `  ${name.padEnd(7)} ${help}`);
  const head = command === undefined ? 'COMMAND' : command;
  return [
    `Usage: cdk-dockerrun ${head} ${command === 'rules' ? '[WORD]' : '[PATH]'} [OPTIONS]`,
    ...command === undefined ? ['', 'Commands:', ...commands] : ['', `To ${COMMANDS[command]}.`],
    ...command === 'rules' ? [] : ['', ...ABOUT_PATH],
    '', 'Options:', ...namesOf(command).flatMap(row),
    ...command === 'diff' ? ['', ...ABOUT_OLD] : [],
    '', ...EXIT_CODES, '',
  ].join('\n');
}

const ABOUT_PATH = [
  'PATH is a source bundle, a folder or a zip archive with a Dockerrun file at its root, whose',
  'option settings count too; or such a file by itself. It is the current folder unless given,',
  'and - is standard input.',
];

const ABOUT_OLD = [
  'OLD is the template that is deployed, the folder that cdk synth wrote for it, or a git revision of',
  'PATH, such as HEAD~1. PATH may be a template or such a folder, too, for an app of your own.',
];

const EXIT_CODES = [
  'Exit codes: 0 nothing to fail for, 1 there are errors, 2 the call is wrong. Of diff also 3: what has',
  'data or an address is removed or replaced, nobody answers for a time, or it cannot be deployed.',
];

const HELP_COLUMN = 25;

function namesOf(command: CommandName | undefined): OptionName[] {
  const names = Object.keys(OPTIONS) as OptionName[];
  return command === undefined ? names : names.filter((name) => takes(command, name));
}

function row(name: OptionName): string[] {
  const { short, value, help, of }: Option = OPTIONS[name];
  const option = `  ${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
  const text = of?.length === 1 && !help.includes(':') ? `${of[0]}: ${help}` : help;
  return option.length < HELP_COLUMN ? [option.padEnd(HELP_COLUMN) + text] : [option, ' '.repeat(HELP_COLUMN) + text];
}
