import { basename } from 'node:path';
import { Finding } from '../core/finding/finding';
import { Plan } from '../core/plan/plan';
import { hasErrors, readDockerrun, sortFindings } from '../core/read';
import { COLORS, PLAIN } from '../core/report/palette';
import { renderFindings, renderSummary } from '../core/report/render';
import { EcsSettings } from '../core/settings/settings';
import { Document } from '../core/spec/model';
import { Args } from './args';
import { planInput } from './assumptions';
import { Io, Misuse } from './io';

const DEFAULT_FILE = 'Dockerrun.aws.json';

/** A file as the command line sees it: read, checked and, unless something stands in the way, planned. */
export interface Input {
  readonly fileName: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly document?: Document;
  readonly plan?: Plan;
  readonly settings: EcsSettings;
}

export function readInput(args: Args, io: Io): Input {
  const [path = DEFAULT_FILE, ...more] = args.operands;
  if (more.length > 0) throw new Misuse(`one file at a time, got ${args.operands.length}`);
  const text = readText(path, io);
  const fileName = basename(path);
  const reading = readDockerrun(text, args);
  if (!reading.document || hasErrors(reading.findings)) {
    return { fileName, text, findings: reading.findings, document: reading.document, settings: args.settings };
  }
  const { settings, problems, plan } = planInput(reading.document, args.settings);
  const findings = sortFindings([...reading.findings, ...reading.locate(problems)]);
  return { fileName, text, findings, document: reading.document, plan, settings };
}

/** The findings with their frames, and the tally below. */
export function printFindings({ findings, text, fileName }: Input, print: (text: string) => void, { colors }: Io): void {
  if (findings.length > 0) print(`${renderFindings(findings, text, fileName, colors ? COLORS : PLAIN)}\n`);
  print(`${fileName}: ${renderSummary(findings)}\n`);
}

function readText(path: string, io: Io): string {
  try {
    return io.readFile(path);
  } catch (error) {
    throw new Misuse(`cannot read ${path}: ${(error as Error).message}`);
  }
}
