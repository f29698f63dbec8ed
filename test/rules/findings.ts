import { Finding } from '../../lib/core/finding/finding';
import { readDockerrun } from '../../lib/core/reading/read';

/** The parts of a version 2 file. */
export interface Parts {
  readonly containerDefinitions: unknown;
  readonly volumes?: unknown;
  readonly authentication?: unknown;
}

/** What one rule says about a file, as `CODE message | hint`; with no rule given, what all rules say. */
export function findingsOf(parts: Parts, code?: string): string[] {
  return read(parts, code).map((finding) => `${finding.code} ${finding.message} | ${finding.hint}`);
}

/** The messages of one rule about a file whose first container is `web` with `extra`. */
export function messagesOf(code: string, extra: object, ...others: readonly object[]): string[] {
  const web = { name: 'web', image: 'nginx:1.29', memory: 128, ...extra };
  return read({ containerDefinitions: [web, ...others] }, code).map(({ message }) => message);
}

/** A sound container called `name`. */
export function container(name: string, extra: object = {}): object {
  return { name, image: 'shop/api:1.4', memory: 128, ...extra };
}

function read(parts: Parts, code?: string): Finding[] {
  const { findings } = readDockerrun(JSON.stringify({ AWSEBDockerrunVersion: 2, ...parts }), { strict: false, substitutions: {} });
  return findings.filter((finding) => code === undefined || finding.code === code);
}
