import { Finding } from '../finding/finding';

/** Rules whose finding stands beside something that must not reach a build log. */
const SECRET_RULES = new Set(['plain-secret']);

/** The line with the values of JSON strings hidden, when the finding is about a secret. Keeps every column in place. */
export function redact(finding: Finding, line: string): string {
  if (!SECRET_RULES.has(finding.rule)) return line;
  return line.replace(/("value"\s*:\s*")((?:[^"\\]|\\.)*)"/g, (_, start: string, value: string) => `${start}${'*'.repeat(value.length)}"`);
}
