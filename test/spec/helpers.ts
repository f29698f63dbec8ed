import { Finding } from '../../lib/core/finding/finding';
import { readDockerrun, ReadOptions } from '../../lib/core/reading/read';

/** Rules about the shape and single values; what other rules say is not of interest here. */
const SHAPE = /^DR(1|200|201|5001)/;

/** `path: message hint` of every finding about shape or form. */
export function shapeFindings(text: string, options: Partial<ReadOptions> = {}): string[] {
  return findingsOf(text, options).filter(({ code }) => SHAPE.test(code)).map(told);
}

export function findingsOf(text: string, options: Partial<ReadOptions> = {}): readonly Finding[] {
  return readDockerrun(text, { strict: false, substitutions: {}, ...options }).findings;
}

/** A finding in one line. */
export function told({ code, message, hint }: Finding): string {
  return `${code} ${message} ${hint}`;
}

/** A file with one container that has these parameters. */
export function fileWith(parameters: object, top: object = {}): string {
  return JSON.stringify({
    AWSEBDockerrunVersion: 2,
    ...top,
    containerDefinitions: [{ name: 'web', image: 'nginx:1.29', memory: 128, ...parameters }],
  });
}

/** The only container of a file, as it was decoded. */
export function containerOf(text: string, options: Partial<ReadOptions> = {}): Record<string, unknown> {
  return readDockerrun(text, { strict: false, substitutions: {}, ...options }).document!.spec.containers[0];
}
