import { hasErrors } from '../../core/read';
import { Args } from '../args';
import { printFindings, readInput } from '../input';
import { ExitCode, Io } from '../io';

/** Says what is wrong with a file. */
export function check(args: Args, io: Io): ExitCode {
  const input = readInput(args, io);
  if (args.json) io.out(`${JSON.stringify({ findings: input.findings }, undefined, 2)}\n`);
  else printFindings(input, io.out, io);
  return hasErrors(input.findings) ? ExitCode.FINDINGS : ExitCode.OK;
}
