import { Reading } from './notations';
import { substitute } from './placeholders';
import { SourceText } from './source-text';
import { readingBelow } from './substitute';

/** The JSON that a text stands for, with its placeholders replaced. The text has to be free of errors. */
export function literalText(written: string, values: Readonly<Record<string, string>>): string {
  if (Object.keys(values).length === 0) return written;
  const replaced = (value: unknown, reading: Reading): unknown => {
    if (typeof value === 'string') return substitute(value, values, new Set(), reading);
    if (Array.isArray(value)) return value.map((item) => replaced(item, reading));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, replaced(member, readingBelow(key, reading))]),
    );
  };
  return `${JSON.stringify(replaced(JSON.parse(SourceText.of(written, values).text), 'value'), undefined, 2)}\n`;
}
