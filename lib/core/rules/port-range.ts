/** Container ports, the first and the last included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** The two ports of a containerPortRange. */
export function parsePortRange(text: string): PortRange {
  const [first, last] = text.split('-').map(Number);
  return { first, last };
}
