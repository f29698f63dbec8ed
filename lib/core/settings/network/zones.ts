/** No region has more zones. */
const MAX_ZONES = 6;

/** A load balancer wants 8 free addresses in each subnet, which a /27 has. */
const SMALLEST_SUBNET = 27;

/** The longest prefix of a range that holds a public and a private subnet in each zone. */
export function longestPrefix(zones: number): number {
  return SMALLEST_SUBNET - Math.ceil(Math.log2(2 * zones));
}

/** For how many further zones a range has room, so that one that is added later moves no subnet. */
export function sparedZones(zones: number, cidr: string): number {
  const prefix = Number(cidr.split('/')[1]);
  const fitting = Math.min(MAX_ZONES, 2 ** (SMALLEST_SUBNET - prefix) / 2);
  return Math.max(0, Math.floor(fitting) - zones);
}
