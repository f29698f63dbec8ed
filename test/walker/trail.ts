/** What is known about one way through the template so far. */
export class Trail {
  readonly steps: string[] = [];
  readonly breaks: string[] = [];

  /** Something that holds. */
  step(sentence: string): void {
    this.steps.push(sentence);
  }

  /** Something that does not hold. The walk goes on where it can, so that all that is wrong is found. */
  break(sentence: string): void {
    this.breaks.push(sentence);
  }

  /** A way that starts where this one has come to. */
  fork(): Trail {
    const fork = new Trail();
    fork.steps.push(...this.steps);
    return fork;
  }
}
