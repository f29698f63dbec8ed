import { Finding, Severity } from '../finding/finding';
import { Problem, Report } from '../finding/rule';
import { Secrets } from '../report/secrets';
import { checkSpec } from '../rules/check';
import { decodeDockerrun } from '../spec/decode';
import { Document } from '../spec/model';
import { missingKey } from '../spec/rules';
import { reportEncoding } from '../syntax/encoding';
import { LineIndex } from '../syntax/line-index';
import { parseForgivingly } from '../syntax/parse';
import { SourceText } from '../syntax/source-text';
import { substituteTree } from '../syntax/substitute';
import { reportLookalikes } from '../syntax/token-lookalike';

/** How a file is read. */
export interface ReadOptions {
  /** Turns warnings about keys that nobody reads into errors. */
  readonly strict: boolean;
  /** Values for template placeholders, by name. */
  readonly substitutions: Readonly<Record<string, string>>;
  /** Whether it is a task definition even without the keys that only one has. */
  readonly isTaskDefinition?: boolean;
  /** Whether an app wrote the text, which may put tokens of the CDK into it. */
  readonly isOfApp?: boolean;
  /** Those that another file has a use for. */
  readonly usedElsewhere?: ReadonlySet<string>;
  /** The encoding that the text was read in, where that is not UTF-8. */
  readonly encoding?: string;
}

/** A file after all stages that need nothing but its text. */
export interface Reading {
  readonly findings: readonly Finding[];
  /** Absent when the text has no containers to speak of; present does not mean free of errors. */
  readonly document?: Document;
  /** Turns problems of later stages into findings about this text. */
  readonly locate: (problems: readonly Problem[]) => Finding[];
  /** What is left out of everything that is printed about it. */
  readonly secrets: Secrets;
  /** What was read, the file that was asked for first; findings about the others name them. */
  readonly files: readonly SourceFile[];
}

/** A file that was read. */
export interface SourceFile {
  readonly name: string;
  readonly secrets: Secrets;
}

/** The findings about each file. */
export function byFile(findings: readonly Finding[], files: readonly SourceFile[]) {
  return files.map(({ name, secrets }, index) => ({
    file: name, secrets, findings: findings.filter(({ otherFile }) => otherFile === (index === 0 ? undefined : name)),
  }));
}

/** text → tree → spec → findings. Never throws, whatever the text is. */
export function readDockerrun(text: string, options: ReadOptions, name = 'Dockerrun.aws.json'): Reading {
  const problems: Problem[] = [];
  const report: Report = (rule, place, message, hint) => { problems.push({ rule, place, message, hint }); };
  const source = SourceText.of(text, options.substitutions);
  reportEncoding({ text: source.text, encoding: options.encoding }, report);
  const { root: parsed, isWhole } = parseForgivingly(source.text, report);
  if (parsed && !options.isOfApp) reportLookalikes(parsed, report);
  const root = parsed && substituteTree(parsed, options.substitutions, source.used);
  source.reportUnused(options, parsed !== undefined, report);
  const document = root && decodeDockerrun(root, isWhole ? report : known(report), options.isTaskDefinition);
  if (document && isWhole) checkSpec(document, report);
  const secrets = Secrets.in(text, source, root);
  const lines = new LineIndex(text);
  const locate = (found: readonly Problem[]) => findingsIn({ lines, source, secrets }, options.strict, found);
  return { findings: locate(problems), document, locate, secrets, files: [{ name, secrets }] };
}

/** What is missing may be what could not be read. */
function known(report: Report): Report {
  return (rule, ...rest) => {
    if (rule !== missingKey) report(rule, ...rest);
  };
}

/** Whether anything stands in the way of a deployment. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === Severity.ERROR);
}

/** By place, then by code, so that the order depends on the files alone. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) =>
    (a.otherFile ?? '').localeCompare(b.otherFile ?? '') || a.line - b.line || a.column - b.column || a.code.localeCompare(b.code));
}

/** A text that findings are about. */
export interface FoundText {
  readonly lines: LineIndex;
  /** What was parsed of it. */
  readonly source: SourceText;
  readonly secrets: Secrets;
}

/** Problems of a text as findings about it. */
export function findingsIn(text: FoundText, strict: boolean, problems: readonly Problem[]): Finding[] {
  return sortFindings(problems.map((problem) => toFinding(problem, text, strict)));
}

function toFinding(problem: Problem, { lines, source, secrets }: FoundText, strict: boolean): Finding {
  const start = source.original(problem.place.offset);
  const end = source.original(problem.place.offset + problem.place.length);
  return findingAt(problem, { start, end, ...lines.position(start) }, secrets, strict);
}

/** A stretch of a text as it was written. */
export interface Stretch extends Pick<Finding, 'line' | 'column'> {
  readonly start: number;
  readonly end: number;
}

/** A problem as a finding about a stretch of a text, without what the text hides. */
export function findingAt(
  { rule, place, message, hint }: Problem, { start, end, line, column }: Stretch, secrets: Secrets, strict: boolean,
): Finding {
  const hide = (text: string) => secrets.hide(text, start, end);
  return {
    code: rule.code,
    rule: rule.name,
    severity: strict && rule.strict ? Severity.ERROR : rule.severity,
    message: hide(place.path === '' ? message : `\`${place.path}\` ${message}`),
    hint: hide(hint),
    path: hide(place.path),
    line,
    column,
    length: Math.max(1, end - start),
  };
}
