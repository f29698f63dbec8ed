import { cpus, totalmem } from 'node:os';

/** A line of a table, its cells by the titles of their columns. */
export type Row = Readonly<Record<string, string | number>>;

const BYTES_PER_GB = 2 ** 30;

export function machine(runs: number): string {
  const memory = Math.round(totalmem() / BYTES_PER_GB);
  return `${cpus().length} × ${cpus()[0].model}, ${memory} GB, Node.js ${process.version}; medians of ${runs} in `
    + 'turns, CPU of the whole process in milliseconds, peak memory in MB.';
}

/** A table of Markdown. */
export function table(title: string, rows: readonly Row[]): string {
  const titles = Object.keys(rows[0]);
  const rule = titles.map((_, index) => (index === 0 ? '---' : '---:'));
  const lines = [titles, rule, ...rows.map((row) => titles.map((key) => row[key] ?? ''))];
  return [`\n## ${title}\n`, ...lines.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

/** Milliseconds and megabytes need no fractions. */
export function whole(value: number): number {
  return Math.round(value);
}

export function ratio(value: number, of: number): string {
  return `${(value / of).toFixed(2)} ×`;
}
