/** One thing to prove. */
export interface Step {
  /** `npm run verify -- <name>` runs it alone. */
  readonly name: string;
  /** The sentence that holds when the step is green. */
  readonly claim: string;
  /** Throws when the claim does not hold; returns a short remark for the summary. */
  readonly prove: () => string;
}

/** Thrown by a step that this machine cannot run, with what to install. */
export class Skipped extends Error {}
