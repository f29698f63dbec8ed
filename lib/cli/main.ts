import { didYouMean } from '../core/finding/suggest';
import { Args, parse } from './args';
import { check } from './commands/check';
import { plan } from './commands/plan';
import { rules } from './commands/rules';
import { synth } from './commands/synth';
import { ExitCode, Io, Misuse } from './io';
import { USAGE } from './usage';

const COMMANDS: Readonly<Record<string, (args: Args, io: Io) => ExitCode>> = { check, plan, synth, rules };

/** Runs a command line and returns its exit code. */
export function main(argv: readonly string[], io: Io, version: string): ExitCode {
  try {
    const args = parse(argv);
    if (args.version) return print(io, `${version}\n`);
    if (args.help) return print(io, USAGE);
    return commandOf(args)(args, io);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    io.err(`cdk-dockerrun: ${error.message}\n`);
    return ExitCode.MISUSE;
  }
}

function commandOf({ command }: Args): (args: Args, io: Io) => ExitCode {
  if (Object.hasOwn(COMMANDS, command)) return COMMANDS[command];
  if (command === '') throw new Misuse(`a command is missing\n\n${USAGE.trimEnd()}`);
  throw new Misuse(`unknown command ${JSON.stringify(command)}.${didYouMean(command, Object.keys(COMMANDS)) || ' See cdk-dockerrun --help.'}`);
}

function print(io: Io, text: string): ExitCode {
  io.out(text);
  return ExitCode.OK;
}
