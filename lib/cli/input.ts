import { Finding, Severity } from '../core/finding/finding';
import { choices } from '../core/finding/suggest';
import { madeOf } from '../core/reading/made-environment';
import { byFile, hasErrors, sortFindings } from '../core/reading/read';
import { COLORS, PLAIN } from '../core/report/palette';
import { renderFindings, renderSummary } from '../core/report/render';
import { Secrets } from '../core/report/secrets';
import { aboutBeanstalk } from '../core/rules/about-beanstalk';
import { Document } from '../core/spec/model';
import { Outcome } from '../core/translation/outcome';
import { Origin } from '../origin';
import { Args } from './args';
import { Gathered, gatherSettings } from './given-settings';
import { InputPlan, planInput } from './input-plan';
import { ExitCode, Io } from './io';
import { BundleSource, readSource, Source } from './source';

/** What there is to say about one file. */
export interface FileReport {
  readonly file: string;
  /** What is left out of everything that is printed about it. */
  readonly secrets: Secrets;
  readonly findings: readonly Finding[];
}

/** A file, or a bundle, as the command line sees it: read, checked and, unless something stands in the way, planned. */
export interface Input {
  readonly name: string;
  readonly origin: Origin;
  readonly files: readonly FileReport[];
  readonly hasErrors: boolean;
  readonly document?: Document;
  readonly plan?: InputPlan;
  /** What the plan is made of beside the file. */
  readonly gathered: Gathered;
  readonly bundle?: BundleSource;
  /** What lies beside the file and does not count. */
  readonly unread: readonly string[];
  /** What became of each option setting. */
  readonly outcomes: readonly Outcome[];
}

export function readInput(args: Args, io: Io): Input {
  const source = readSource(args, io);
  const { origin, bundle, name, unread } = source;
  const gathered = gatherSettings(args, bundle);
  const { findings, ...planned } = planSource(source, args, gathered);
  const files = [...byFile(findings, origin.reading.files), ...optionReports(gathered, planned.plan)];
  const failed = files.some((report) => hasErrors(report.findings));
  const { plan, ...rest } = planned;
  const { outcomes = [] } = gathered.options?.translated ?? {};
  return {
    name, origin, bundle, unread, files, gathered, hasErrors: failed, outcomes, ...rest, ...(failed ? {} : { plan }),
  };
}

/** What is left out of all that is printed about an input. */
export function secretsIn({ files }: Pick<Input, 'files'>): Secrets[] {
  return files.map(({ secrets }) => secrets);
}

/** Whether the findings are bad enough to fail. */
export function exitCodeOf({ files }: Pick<Input, 'files'>, { failOn }: Args): ExitCode {
  const failing = BY_WEIGHT.slice(0, BY_WEIGHT.indexOf(failOn) + 1);
  return files.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity)))
    ? ExitCode.FINDINGS
    : ExitCode.OK;
}

const BY_WEIGHT = [Severity.ERROR, Severity.WARNING, Severity.INFO];

/** The findings with their frames, and the tally below. */
export function printFindings(input: Input, stream: 'out' | 'err', io: Io): void {
  const { files, name } = input;
  const print = io[stream];
  const palette = io.colors[stream] ? COLORS : PLAIN;
  const told = files.filter(({ findings }) => findings.length > 0);
  print(told.map(({ file, secrets, findings }) => `${renderFindings(findings, secrets, file, palette)}\n`).join(''));
  print(`${name}: ${renderSummary(files.flatMap(({ findings }) => findings))}\n`);
  warnOfUnread(input, print);
}

/** What was asked is a file, and what would be deployed is its folder. */
export function warnOfUnread({ name, unread }: Pick<Input, 'name' | 'unread'>, print: (text: string) => void): void {
  if (unread.length === 0) return;
  print(
    `${name}: ${choices(unread, 'and')} beside it ${unread.length === 1 ? 'was' : 'were'} not read; name the folder `
      + 'instead of '
      + `the file to have ${unread.length === 1 ? 'it' : 'them'} count\n`,
  );
}

function optionReports({ options }: Gathered, plan: InputPlan | undefined): FileReport[] {
  if (!options) return [];
  const { translated, cron } = options;
  const all = translated.besideTemplate(plan?.target === 'beanstalk' ? madeOf(plan) : undefined);
  return [...all, ...(cron ? [cron] : [])].map(({ source, findings, secrets }) => ({
    file: source.name, secrets, findings,
  }));
}

type Planned = Pick<Input, 'document' | 'plan'> & Pick<FileReport, 'findings'>;

function planSource({ origin }: Source, args: Args, gathered: Gathered): Planned {
  const { document, findings: all, locate } = origin.reading;
  const findings = args.target === 'beanstalk' ? aboutBeanstalk(all, gathered.settings.worker !== undefined) : all;
  if (!document || hasErrors(findings)) return { findings, document };
  const { problems, plan } = planInput(document, gathered, args);
  return { findings: sortFindings([...findings, ...locate(problems)]), document, plan };
}
