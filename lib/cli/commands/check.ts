import { Args } from '../args';
import { printFindings, readInput, warnOfUnread } from '../input';
import { ExitCode, Io } from '../io';

/** Says what is wrong with a file, or with a bundle. */
export function check(args: Args, io: Io): ExitCode {
  const input = readInput(args, io);
  const named = input.files.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding })));
  if (args.json) {
    io.out(`${JSON.stringify({ findings: named }, undefined, 2)}\n`);
    warnOfUnread(input, io.err);
  } else {
    printFindings(input, 'out', io);
  }
  return input.hasErrors ? ExitCode.FINDINGS : ExitCode.OK;
}
