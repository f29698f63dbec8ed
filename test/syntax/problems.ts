import { Finding } from '../../lib/core/finding/finding';
import { readDockerrun } from '../../lib/core/reading/read';

/** The findings of a text about its syntax, in short: `line:column+length message | hint`. */
export function syntaxOf(text: string, substitutions: Readonly<Record<string, string>> = {}): string[] {
  return readDockerrun(text, { strict: false, substitutions })
    .findings.filter(({ code }) => code.startsWith('DR0'))
    .map(brief);
}

function brief({ line, column, length, message, hint }: Finding): string {
  return `${line}:${column}+${length} ${message} | ${hint}`;
}
