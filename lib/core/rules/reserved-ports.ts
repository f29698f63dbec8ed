/** The TCP ports that every instance keeps for itself, and for what. */
export const RESERVED_PORTS: Readonly<Record<number, string>> = {
  22: 'SSH',
  2375: 'Docker',
  2376: 'Docker',
  51678: 'the ECS agent',
  51679: 'the ECS agent',
  51680: 'the ECS agent',
};
