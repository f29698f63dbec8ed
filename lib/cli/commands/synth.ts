import { harmlessJson } from '../../core/report/harmless';
import { hideAll } from '../../core/report/redact';
import { Args } from '../args';
import { exitCodeOf, Input, printFindings, readInput, secretsIn } from '../input';
import { ExitCode, Io } from '../io';
import { synthesizeLazily } from '../load-template';

type Synthesized = Exclude<ReturnType<typeof synthesizeLazily>, Error>;

/** Prints the template of a stack that holds nothing but the environment of a file, or writes it with its assets. */
export function synth(args: Args, io: Io): ExitCode {
  const input = readInput(args, io);
  printFindings(input, 'err', io);
  if (input.hasErrors) return ExitCode.FINDINGS;
  const made = synthesizeLazily(input, args);
  if (made instanceof Error) {
    io.err(`${input.name}: ${hideAll(made.message, secretsIn(input))}\n`);
    return ExitCode.FINDINGS;
  }
  print(made, input, args, io);
  return exitCodeOf(input, args);
}

function print({ template, templateFile, assets }: Synthesized, { name }: Input, { output }: Args, io: Io): void {
  if (output !== undefined) {
    io.out(`${templateFile}\n`);
    io.err(`${name}: deploy it with npx cdk deploy --app ${quoted(output)}\n`);
    return;
  }
  io.out(`${harmlessJson(JSON.stringify(template, undefined, 2))}\n`);
  if (assets === 0) return;
  io.err(
    `${name}: this template cannot be deployed by itself, since it reads files from the asset bucket of the CDK; `
      + 'write it with them with --output DIR\n',
  );
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
