import { readCompose } from '../../lib/core/reading/read-compose';

/** Files of a project by their paths, and how they are read. */
export interface Given {
  readonly files: Readonly<Record<string, string>>;
  /** Those that are merged; the first one when absent. */
  readonly merged?: readonly string[];
  readonly profiles?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

export function reading({ files, merged = [Object.keys(files)[0]], profiles = [], variables = {} }: Given) {
  return readCompose({
    files: merged.map((name) => ({ name, text: files[name] })),
    read: (path) => (Object.hasOwn(files, path) ? { text: files[path] } : undefined),
    project: 'shop', profiles, variables, strict: false,
  });
}

/** The containers of a project, which must have no errors. */
export function containersOf(given: Given) {
  const { document, findings } = reading(given);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (!document || errors.length > 0) throw new Error(JSON.stringify(errors, undefined, 2));
  return document.spec.containers;
}

/** One service, in the lines below its image. */
export function service(lines: string, rest = ''): string {
  const body = lines.split('\n').map((line) => `    ${line}`).join('\n');
  return `services:\n  web:\n    image: nginx:1.29\n    mem_limit: 128m\n${body}\n${rest}`;
}

/** What a line of a service becomes. */
export function webOf(lines: string, rest = '') {
  return containersOf({ files: { 'docker-compose.yml': service(lines, rest) } })[0];
}

export function codesOf(given: Given): string[] {
  return reading(given).findings.map(({ code }) => code);
}
