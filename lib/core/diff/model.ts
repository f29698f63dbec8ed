/**
 * What becomes of a running environment, from best to worst. Removed or replaced is what has data or an address that
 * others know; all else of which there is another one afterwards rolls, or changes in place.
 */
export const EFFECTS = [
  'nothing', 'in place', 'rolls', 'removed', 'replaced', 'outage', 'cannot be deployed',
] as const;

export type Effect = typeof EFFECTS[number];

export function worst(effects: readonly Effect[]): Effect {
  return EFFECTS[Math.max(0, ...effects.map((effect) => EFFECTS.indexOf(effect)))];
}

/** One edit, in the words of people. */
export interface Edited {
  readonly effect: Effect;
  readonly subject: string;
  /** From what to what. */
  readonly what: string;
  /** What happens then. */
  readonly says: string;
  /** The logical ids of what is changed for it. */
  readonly resources: readonly string[];
  /** Of these, the properties; none when they are added or removed. */
  readonly properties: readonly string[];
}

/** Why an update leaves nobody to answer, or fails. */
export interface Trouble {
  readonly effect: 'outage' | 'cannot be deployed';
  readonly kind: string;
  /** Who gets no answer, or what AWS refuses. */
  readonly what: string;
  /** Of an outage, from when to when. */
  readonly howLong?: string;
  readonly why: string;
  /** How to get there without: one deployment each. */
  readonly way: readonly string[];
  /** The edits that lead to it, by their subjects. */
  readonly because: readonly string[];
}

/** What a deployment of one template over another does. */
export interface Comparison {
  readonly effect: Effect;
  readonly edits: readonly Edited[];
  readonly troubles: readonly Trouble[];
}
