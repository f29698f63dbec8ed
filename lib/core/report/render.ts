import { Finding, Severity } from '../finding/finding';
import { LineIndex } from '../syntax/line-index';
import { Palette, PLAIN } from './palette';
import { redact } from './redact';

const MAX_WIDTH = 100;

/** The findings as a person reads them: what, where, the line itself, and the edit. Ends with a newline unless empty. */
export function renderFindings(findings: readonly Finding[], text: string, fileName: string, palette: Palette = PLAIN): string {
  const lines = new LineIndex(text);
  return findings.map((finding) => renderFinding(finding, lines, fileName, palette)).join('\n');
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

function renderFinding(finding: Finding, lines: LineIndex, fileName: string, palette: Palette): string {
  const head = `${palette.severity(finding.severity)(`${finding.severity} ${finding.code}`)} ${finding.rule}  ${palette.dim(`${fileName}:${finding.line}:${finding.column}`)}`;
  return [head, `  ${finding.message}`, ...frame(finding, lines, palette), `  ${palette.dim('hint:')} ${finding.hint}`, ''].join('\n');
}

/** The line and a marker under the place. Long lines are cut around it. */
function frame(finding: Finding, lines: LineIndex, palette: Palette): string[] {
  const line = redact(finding, lines.lineText(finding.line)).replace(/\t/g, ' ');
  const start = Math.max(0, Math.min(finding.column - 1 - MAX_WIDTH / 2, line.length - MAX_WIDTH));
  const shown = line.slice(start, start + MAX_WIDTH).trimEnd();
  if (shown.trim() === '') return [];
  const column = finding.column - 1 - start;
  const width = Math.max(1, Math.min(finding.length, shown.length - column));
  const gutter = String(finding.line);
  const marker = palette.severity(finding.severity)('^'.repeat(width));
  return [`  ${palette.dim(`${gutter} |`)} ${shown}`, `  ${palette.dim(`${' '.repeat(gutter.length)} |`)} ${' '.repeat(column)}${marker}`];
}
