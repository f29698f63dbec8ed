import { isUnresolved, known, Setting } from '../setting';
import { ListenerSettings } from '../settings';

/** A range of addresses. */
export interface Cidr {
  /** The numbers of the address: four of 8 bits for IPv4, eight of 16 bits for IPv6. */
  readonly groups: readonly number[];
  readonly prefix: number;
}

const IPV4_BITS = 32;
const IPV6_BITS = 128;
const IPV6_GROUPS = 8;

/** Takes a range apart, whatever its prefix length is; nothing when it is none. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(?<address>[^/]+)\/(?<prefix>\d{1,3})$/.exec(text);
  const groups = match?.groups && parseAddress(match.groups.address);
  return groups && { groups, prefix: Number(match.groups!.prefix) };
}

/** The numbers of an IPv4 or IPv6 address. */
export function parseAddress(text: string): readonly number[] | undefined {
  if (/^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/.test(text)) {
    const bytes = text.split('.').map(Number);
    return bytes.every((byte) => byte <= 255) ? bytes : undefined;
  }
  const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const written = halves.flat();
  const isShort = halves.length === 2 && written.length < IPV6_GROUPS;
  if (
    !written.every((group) => /^[\da-f]{1,4}$/i.test(group))
    || !(isShort || (halves.length === 1 && written.length === IPV6_GROUPS))
  ) {
    return undefined;
  }
  const zeros = Array.from({ length: IPV6_GROUPS - written.length }, () => '0');
  return [...halves[0], ...zeros, ...halves[1] ?? []].map((group) => parseInt(group, 16));
}

/** How many bits the addresses of a range have. */
export function bitsOf({ groups }: Pick<Cidr, 'groups'>): number {
  return groups.length === IPV6_GROUPS ? IPV6_BITS : IPV4_BITS;
}

/** The range as Amazon EC2 writes it down, from its first address on and in lower case. */
export function showCidr({ groups, prefix }: Cidr): string {
  const size = bitsOf({ groups }) / groups.length;
  const masked = groups.map(
    (group, index) => group - (group % 2 ** (size - Math.min(size, Math.max(0, prefix - size * index)))),
  );
  return `${groups.length === IPV6_GROUPS ? showIpv6(masked) : masked.join('.')}/${prefix}`;
}

/** The same of a range in a prop; a token stays, and so does what is no range. */
export function canonicalCidr(cidr: Setting<string>): Setting<string> {
  if (isUnresolved(cidr)) return cidr;
  const parsed = parseCidr(cidr);
  return parsed ? showCidr(parsed) : cidr;
}

/** The longest row of zeros becomes `::`. */
function showIpv6(groups: readonly number[]): string {
  const text = groups.map((group) => group.toString(16)).join(':');
  const rows = [...text.matchAll(/(?<=^|:)0(?::0)+(?=:|$)/g)];
  if (rows.length === 0) return text;
  const longest = rows.reduce((best, row) => (row[0].length > best[0].length ? row : best));
  const [before, after] = [text.slice(0, longest.index), text.slice(longest.index + longest[0].length)];
  return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`;
}

/** The ranges of listeners that are known, each with the name of its prop. */
export function knownCidrs(listeners: readonly ListenerSettings[]): { readonly prop: string; readonly cidr: string }[] {
  return listeners.flatMap(({ allowedCidrs = [] }, index) => allowedCidrs.flatMap((setting, place) => {
    const cidr = known(setting);
    return cidr === undefined ? [] : [{ prop: `listeners[${index}].allowedCidrs[${place}]`, cidr }];
  }));
}
