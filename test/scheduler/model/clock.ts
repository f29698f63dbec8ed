/** More events than any rollout of the grid takes. */
const MOST_EVENTS = 20_000;

/** Time that passes from event to event; what was put in first happens first. */
export class Clock {
  public now = 0;
  private readonly events: { readonly at: number; readonly action: () => void }[] = [];

  after(seconds: number, action: () => void): void {
    const at = this.now + seconds;
    const later = this.events.findIndex((event) => event.at > at);
    this.events.splice(later === -1 ? this.events.length : later, 0, { at, action });
  }

  /** Runs until `isDone` holds; false when nothing can happen any more before it does. */
  run(isDone: () => boolean): boolean {
    for (let count = 0; !isDone(); count++) {
      const next = this.events.shift();
      if (!next || count > MOST_EVENTS) return false;
      this.now = next.at;
      next.action();
    }
    return true;
  }
}
