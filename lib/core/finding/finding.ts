/** Severity of a finding. */
export enum Severity {
  /** The file cannot be deployed as it is. */
  ERROR = 'error',
  /** The file can be deployed, but something in it is lost, changed or risky. */
  WARNING = 'warning',
  /** Worth knowing; nothing has to change. */
  INFO = 'info',
}

/** One thing the library has to say about an input file: what must hold, where, and the edit that makes it hold. */
export interface Finding {
  /**
   * Stable code, `DR` and four digits. The first digit names the area: 0 syntax, 1 shape, 2 value, 3 reference, 4
   * target, 5 advice, 6 option settings, 7 compose files and task definitions.
   */
  readonly code: string;

  /** Stable kebab-case name of the rule, as listed in docs/RULES.md. */
  readonly rule: string;

  /** Severity of the finding. */
  readonly severity: Severity;

  /** The sentence that must hold, with what was found instead. */
  readonly message: string;

  /** The edit that makes the finding go away. */
  readonly hint: string;

  /** JSON path of the place in the file, such as `containerDefinitions[0].memory`; empty for the whole document. */
  readonly path: string;

  /**
   * File of the place, where it is another one than that which was asked for, such as one that a compose file includes.
   *
   * @default - the file that was asked for
   */
  readonly otherFile?: string;

  /** Line of the place, counted from 1. */
  readonly line: number;

  /** Column of the place, counted from 1 in UTF-16 code units. */
  readonly column: number;

  /** Length of the place in UTF-16 code units. */
  readonly length: number;
}
