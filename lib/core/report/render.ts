import { Finding, Severity } from '../finding/finding';
import { LineIndex } from '../syntax/line-index';
import { oneLine } from './harmless';
import { Palette, PLAIN } from './palette';
import { Secrets } from './secrets';

const MAX_WIDTH = 100;

type LineText = (line: number) => string;

/**
 * The findings as a person reads them: what, where, the line itself, and the edit. What concerns the whole text has no
 * line. Ends with a newline unless empty.
 */
export function renderFindings(
  findings: readonly Finding[], { shown: text }: Pick<Secrets, 'shown'>, fileName: string, palette: Palette = PLAIN,
): string {
  const lineText = remember(shownLines(text));
  const size = text.trim().length;
  const frameOf = (finding: Finding) => (finding.length < size ? frame(finding, lineText(finding.line), palette) : []);
  return findings.map((finding) => renderFinding(finding, frameOf(finding), fileName, palette)).join('\n');
}

/** `2 errors, 1 warning`; `no findings` when there are none. */
export function renderSummary(findings: readonly Finding[]): string {
  const parts = [Severity.ERROR, Severity.WARNING, Severity.INFO].flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const noun = severity === Severity.INFO ? 'note' : severity;
    return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
  });
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

function renderFinding(finding: Finding, lines: readonly string[], fileName: string, palette: Palette): string {
  const head =
    `${palette.severity(finding.severity)(`${finding.severity} ${finding.code}`)} ${finding.rule}  `
    + `${palette.dim(`${oneLine(fileName)}:${finding.line}:${finding.column}`)}`;
  const [message, hint] = [finding.message, finding.hint].map(oneLine);
  return [head, `  ${message}`, ...lines, `  ${palette.dim('hint:')} ${hint}`, ''].join('\n');
}

/** The line and a marker under the place. Long lines are cut around it. */
function frame(finding: Finding, line: string, palette: Palette): string[] {
  const start = Math.max(0, Math.min(finding.column - 1 - MAX_WIDTH / 2, line.length - MAX_WIDTH));
  const shown = line.slice(start, start + MAX_WIDTH).trimEnd();
  if (shown.trim() === '') return [];
  const column = finding.column - 1 - start;
  const width = Math.max(1, Math.min(finding.length, shown.length - column));
  const gutter = String(finding.line);
  const marker = palette.severity(finding.severity)('^'.repeat(width));
  return [
    `  ${palette.dim(`${gutter} |`)} ${shown}`,
    `  ${palette.dim(`${' '.repeat(gutter.length)} |`)} ${' '.repeat(column)}${marker}`,
  ];
}

/** The lines as they are shown. */
function shownLines(text: string): LineText {
  const lines = new LineIndex(text);
  return (line) => oneLine(lines.lineText(line));
}

/** `compute`, which works only once for each line: many findings may stand in the one line of a minified file. */
function remember(compute: LineText): LineText {
  const known = new Map<number, string>();
  return (line) => {
    const found = known.get(line) ?? compute(line);
    known.set(line, found);
    return found;
  };
}
