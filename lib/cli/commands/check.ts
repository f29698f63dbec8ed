import { FiledFinding, toGitHub, toSarif } from '../../core/report/formats';
import { harmlessJson } from '../../core/report/harmless';
import { ALL_RULES } from '../../core/rules/registry';
import { Args } from '../args';
import { exitCodeOf, Input, printFindings, readInput, warnOfUnread } from '../input';
import { ExitCode, Io } from '../io';

/** Says what is wrong with a file, or with a bundle. */
export function check(args: Args, io: Io): ExitCode {
  const input = readInput(args, io);
  if (args.format === 'text') {
    printFindings(input, 'out', io);
  } else {
    io.out(render(input, args, io));
    warnOfUnread(input, io.err);
  }
  return exitCodeOf(input, args);
}

function render({ files }: Input, { format }: Args, { version }: Io): string {
  const found = files.flatMap(({ file, findings }) => findings.map((finding): FiledFinding => ({ file, ...finding })));
  if (format === 'github') return toGitHub(found);
  const told = format === 'sarif' ? toSarif(found, ALL_RULES, version) : { findings: found };
  return `${harmlessJson(JSON.stringify(told, undefined, 2))}\n`;
}
