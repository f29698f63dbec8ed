import { OpenedBundle, OpenedFile } from './open-bundle';
import { atRevision } from './revision';
import { writeNew } from './write-new';

/** Everything the command line touches outside itself, so that tests can stand in for it. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The version of this package. */
  readonly version: string;
  /** What there is at a path; `-` is standard input. */
  readonly open: (path: string) => OpenedBundle | OpenedFile;
  /** Hands on where a folder or a file stands as it was in a revision, for as long as that takes. */
  readonly atRevision: typeof atRevision;
  /** Writes files that are not there yet. */
  readonly writeNew: typeof writeNew;
  /** Which streams go to a terminal that shows colors. */
  readonly colors: { readonly out: boolean; readonly err: boolean };
}

/** What a command ends with. */
export enum ExitCode {
  OK = 0,
  /** The file has errors, or what `--fail-on` says. */
  FINDINGS = 1,
  /** The command was called in a way that it does not understand. */
  MISUSE = 2,
  /** What `diff` compares does not land, or not without somebody noticing. */
  NOTICED = 3,
}

/** Thrown for a call that cannot be understood; the message is for the person who made it. */
export class Misuse extends Error {}
