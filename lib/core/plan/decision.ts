/** Where a choice came from. */
export enum DecisionSource {
  /** A prop of the construct. */
  PROP = 'prop',
  /** An option setting of Elastic Beanstalk. */
  OPTION_SETTING = 'option setting',
  /** The Dockerrun file, or another file of the source bundle. */
  FILE = 'file',
  /** What Elastic Beanstalk does with the same file. */
  BEANSTALK = 'beanstalk',
  /** Computed from other choices. */
  DERIVED = 'derived',
  /** A default of this library. */
  DEFAULT = 'default',
}

/** One choice that the plan made, and why. */
export interface Decision {
  /** What was decided, such as `network mode`. */
  readonly topic: string;

  /** What was chosen. */
  readonly choice: string;

  /** Why, in one sentence. */
  readonly reason: string;

  /** Where the choice came from. */
  readonly source: DecisionSource;
}

/** Collects decisions in the order in which they are made. */
export class Decisions {
  readonly made: Decision[] = [];

  /** Writes down a choice and returns it. */
  choose<T>(topic: string, choice: T, source: DecisionSource, reason: string, shown: string = String(choice)): T {
    this.made.push({ topic, choice: shown, reason, source });
    return choice;
  }

  /** The value that was given, or else the default. */
  given<T extends string | number>(
    topic: string, value: T | undefined, fallback: T, reason: string, source = DecisionSource.DEFAULT,
  ): T {
    if (value === undefined) return this.choose(topic, fallback, source, reason);
    return this.choose(topic, value, DecisionSource.PROP, 'You chose it.');
  }
}

/** A value and the reasons for it, for whoever says them in words of its own. */
export function decided<T>(plan: (reasons: Decisions) => T): {
  readonly value: T;
  readonly because: readonly Decision[];
} {
  const reasons = new Decisions();
  return { value: plan(reasons), because: reasons.made };
}
