import { harmless } from '../core/report/harmless';
import { Args, parse } from './args';
import { check } from './commands/check';
import { compose } from './commands/compose';
import { diff } from './commands/diff';
import { init } from './commands/init';
import { plan } from './commands/plan';
import { rules } from './commands/rules';
import { synth } from './commands/synth';
import { ExitCode, Io, Misuse } from './io';
import { CommandName, usageOf } from './options';

const COMMANDS: Readonly<Record<CommandName, (args: Args, io: Io) => ExitCode>> = {
  check, plan, synth, init, compose, diff, rules,
};

/** Runs a command line and returns its exit code. */
export function main(argv: readonly string[], io: Io): ExitCode {
  try {
    const call = parse(argv);
    if (call.kind === 'run') return COMMANDS[call.args.command](call.args, guarded(colored(io, call.args), call.args));
    io.out(call.kind === 'version' ? `${io.version}\n` : usageOf(call.command));
    return ExitCode.OK;
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    io.err(`cdk-dockerrun: ${harmless(error.message)}\n`);
    return ExitCode.MISUSE;
  }
}

/** Nothing that a file says steers the terminal or the system that runs the build. JSON is written so already. */
function guarded(io: Io, { format }: Args): Io {
  const { out, err, colors } = io;
  return {
    ...io,
    out: (text) => out(format === 'text' ? harmless(text, colors.out) : text),
    err: (text) => err(harmless(text, colors.err)),
  };
}

/** The option wins over the environment. */
function colored(io: Io, { color }: Args): Io {
  if (color === 'auto') return io;
  return { ...io, colors: { out: color === 'always', err: color === 'always' } };
}
