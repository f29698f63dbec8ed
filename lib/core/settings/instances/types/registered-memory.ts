import { table } from '../../../finding/table';
import { InstanceType } from './instance-type';

/**
 * The memory that instances registered with Amazon ECS, in MiB: the lowest figure seen of each type, on any version of
 * Amazon Linux.
 */
export const SEEN = table<number>({
  't2.micro': 993,
  't2.small': 2001,
  't2.medium': 3943,
  't2.large': 7975,
  't2.xlarge': 16039,
  't2.2xlarge': 32176,
  't3.small': 1901,
  't3.medium': 3828,
  'm3.medium': 3765,
  'm4.large': 7985,
  'm5.large': 7680,
  'm5.xlarge': 15576,
  'm5.2xlarge': 31368,
  'm5.4xlarge': 62950,
  'm5.12xlarge': 189283,
  'm5.24xlarge': 378652,
  'c4.large': 3765,
  'c5.large': 3704,
  'c5.xlarge': 7624,
  'c5.2xlarge': 15463,
  'c5.4xlarge': 31142,
  'c5.9xlarge': 70341,
  'c5.18xlarge': 140768,
  'r4.large': 15292,
  'r6id.xlarge': 31517,
});

/**
 * The share of its memory that a type of at most so many MiB registers at least: a little below the lowest share in
 * SEEN.
 */
const SHARES: readonly (readonly [memoryMiB: number, share: number])[] = [[4096, 0.9], [16384, 0.93], [Infinity, 0.95]];

/**
 * What an instance registers, as far as that is known. AWS publishes no figures: kernel and firmware keep a part of the
 * memory.
 */
export interface RegisteredMemory {
  readonly memoryMiB: number;
  /** Whether somebody saw the figure; otherwise it is the least that types of this size registered. */
  readonly seen: boolean;
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html */
export function registeredMemory({ name, memoryMiB }: InstanceType): RegisteredMemory {
  if (Object.hasOwn(SEEN, name)) return { memoryMiB: SEEN[name], seen: true };
  return { memoryMiB: Math.floor(memoryMiB * leastShare(memoryMiB)), seen: false };
}

function leastShare(memoryMiB: number): number {
  return SHARES.find(([upTo]) => memoryMiB <= upTo)![1];
}
