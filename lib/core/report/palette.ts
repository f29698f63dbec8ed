import { Severity } from '../finding/finding';

type Paint = (text: string) => string;

/** How the parts of a report look. */
export interface Palette {
  readonly dim: Paint;
  readonly bold: Paint;
  severity(severity: Severity): Paint;
}

const same: Paint = (text) => text;

/** No colors: for files, pipes and tests. */
export const PLAIN: Palette = { dim: same, bold: same, severity: () => same };

const ansi = (code: number): Paint => (text) => `\u001b[${code}m${text}\u001b[0m`;

const BY_SEVERITY: Readonly<Record<Severity, Paint>> = {
  [Severity.ERROR]: ansi(31),
  [Severity.WARNING]: ansi(33),
  [Severity.INFO]: ansi(36),
};

/** ANSI colors: for terminals. */
export const COLORS: Palette = { dim: ansi(2), bold: ansi(1), severity: (severity) => BY_SEVERITY[severity] };
