import { drawPlan } from '../../core/report/draw';
import { ledgerOf, LedgerEntry } from '../../core/report/ledger';
import { COLORS, PLAIN } from '../../core/report/palette';
import { DROPPING_RULES } from '../../core/rules/dropping';
import { Args } from '../args';
import { Input, printFindings, readInput } from '../input';
import { ExitCode, Io } from '../io';

/** Says what would be deployed, and why; with --ledger also where each value of the file went. */
export function plan(args: Args, io: Io): ExitCode {
  const input = readInput(args, io);
  if (!input.plan) {
    printFindings(input, io.err, io);
    return ExitCode.FINDINGS;
  }
  if (args.ledger) printLedger(input, args.json, io);
  else if (args.json) io.out(`${JSON.stringify(input.plan, undefined, 2)}\n`);
  else io.out(drawPlan(input.plan, io.colors ? COLORS : PLAIN));
  printFindings(input, io.err, io);
  return ExitCode.OK;
}

function printLedger({ document, findings }: Input, json: boolean, io: Io): void {
  const ledger = ledgerOf(document!, findings, DROPPING_RULES);
  if (json) io.out(`${JSON.stringify({ ledger }, undefined, 2)}\n`);
  else io.out(ledger.map((entry) => `${entry.path} → ${destination(entry)}\n`).join(''));
}

function destination({ template, because }: LedgerEntry): string {
  return template === '' ? `nowhere: ${because}` : template;
}
