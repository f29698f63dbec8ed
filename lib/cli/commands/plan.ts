import { drawPlan } from '../../core/report/draw';
import { drawBeanstalk, hideOption } from '../../core/report/draw-beanstalk';
import { drawOptions, optionEntries } from '../../core/report/draw-options';
import { ledgerOf, LedgerEntry } from '../../core/report/ledger';
import { COLORS, PLAIN } from '../../core/report/palette';
import { hideInJson } from '../../core/report/redact';
import { DROPPING_RULES } from '../../core/rules/dropping';
import { Args } from '../args';
import { exitCodeOf, Input, printFindings, readInput } from '../input';
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
    const whole = JSON.stringify({ ...hidden(input.plan), ...optionsOf(input) }, undefined, 2);
    io.out(`${hideInJson(whole)}\n`);
  } else {
    io.out(draw(input.plan, input, io));
  }
  printFindings(input, 'err', io);
  return exitCodeOf(input, args);
}

/** The plan without secrets that no pattern of text finds. */
function hidden(whole: InputPlan): object {
  return whole.target === 'beanstalk' ? { ...whole, options: whole.options.map(hideOption) } : whole;
}

function draw(drawn: InputPlan, { outcomes }: Input, { colors }: Io): string {
  const palette = colors.out ? COLORS : PLAIN;
  const text = drawn.target === 'beanstalk' ? drawBeanstalk(drawn, palette) : drawPlan(drawn, palette);
  return outcomes.length > 0 ? `${text}\n${drawOptions(outcomes, palette)}` : text;
}

/** Only a bundle has them. */
function optionsOf({ bundle, outcomes }: Input): object {
  return bundle ? { optionSettings: optionEntries(outcomes) } : {};
}

function printLedger(input: Input, json: boolean, io: Io): void {
  const { document, files: [dockerrun], outcomes } = input;
  const ledger = ledgerOf(document!, dockerrun.findings, DROPPING_RULES);
  if (json) {
    io.out(`${JSON.stringify({ ledger, ...optionsOf(input) }, undefined, 2)}\n`);
    return;
  }
  io.out(ledger.map((entry) => `${entry.path} → ${destination(entry)}\n`).join(''));
  if (outcomes.length > 0) io.out(`\n${drawOptions(outcomes)}`);
}

function destination({ template, because }: LedgerEntry): string {
  return template === '' ? `nowhere: ${because}` : template;
}
