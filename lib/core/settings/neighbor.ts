/** What a service takes of what it shares with the others of its environment. */
export interface Neighbor {
  /** What the user calls it. */
  readonly name: string;
  /** The host ports that it holds on every instance, such as `80/tcp`. */
  readonly hostPorts: readonly string[];
  readonly rules: readonly NeighborRule[];
}

export interface NeighborRule {
  readonly listener: string;
  /** Stands for its conditions. */
  readonly key: string;
  readonly priority: number;
}
