import { drawPlan } from '../../core/report/draw';
import { drawBeanstalk } from '../../core/report/draw-beanstalk';
import { drawOptions, optionEntries } from '../../core/report/draw-options';
import { ledgerOf, LedgerEntry } from '../../core/report/ledger';
import { COLORS, Palette, PLAIN } from '../../core/report/palette';
import { shownAs, shownJson } from '../../core/report/redact';
import { DROPPING_RULES } from '../../core/rules/dropping';
import { Args } from '../args';
import { exitCodeOf, Input, printFindings, readInput, secretsIn } from '../input';
import { InputPlan } from '../input-plan';
import { ExitCode, Io, Misuse } from '../io';

/** Says what would be deployed, and why; with --ledger also where each value of the file went. */
export function plan(args: Args, io: Io): ExitCode {
  if (args.ledger && args.target !== 'ecs') {
    throw new Misuse(
      '--ledger tells the way into a task definition, which Beanstalk writes itself; leave out one of --ledger and '
        + '--target',
    );
  }
  const input = readInput(args, io);
  if (!input.plan) {
    printFindings(input, 'err', io);
    return ExitCode.FINDINGS;
  }
  if (args.ledger) {
    printLedger(input, args.format === 'json', io);
  } else if (args.format === 'json') {
    io.out(`${shownJson({ ...input.plan, ...optionsOf(input) }, secretsIn(input))}\n`);
  } else {
    io.out(draw(input.plan, input, io));
  }
  printFindings(input, 'err', io);
  return exitCodeOf(input, args);
}

function draw(planned: InputPlan, input: Input, { colors }: Io): string {
  const palette = colors.out ? COLORS : PLAIN;
  const drawn = shownAs(planned, secretsIn(input));
  const text = drawn.target === 'beanstalk' ? drawBeanstalk(drawn, palette) : drawPlan(drawn, palette);
  return `${text}${drawEntries(input, palette)}`;
}

function drawEntries(input: Input, palette: Palette): string {
  const entries = optionEntries(input.outcomes);
  return entries.length === 0 ? '' : `\n${drawOptions(shownAs(entries, secretsIn(input)), palette)}`;
}

/** Only a bundle has them. */
function optionsOf({ bundle, outcomes }: Input): object {
  return bundle ? { optionSettings: optionEntries(outcomes) } : {};
}

function printLedger(input: Input, json: boolean, io: Io): void {
  const { document, files, origin } = input;
  const findings = files.slice(0, origin.reading.files.length).flatMap((file) => file.findings);
  const ledger = ledgerOf(document!, findings, DROPPING_RULES);
  if (json) {
    io.out(`${shownJson({ ledger, ...optionsOf(input) }, secretsIn(input))}\n`);
    return;
  }
  const shown = shownAs(ledger, secretsIn(input));
  io.out(shown.map((entry) => `${entry.path} → ${destination(entry)}\n`).join('') + drawEntries(input, PLAIN));
}

function destination({ template, because }: LedgerEntry): string {
  return template === '' ? `nowhere: ${because}` : template;
}
