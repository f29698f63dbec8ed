import { covers, Ports, showPorts } from './ports';
import { Rule, SecurityGroups } from './security-groups';
import { listNames } from './template';

/** Traffic that some listener needs. */
export interface Use {
  readonly direction: Rule['direction'];
  readonly group: string;
  readonly ports: Ports;
  /** Who must be on the other side; undefined where anyone may be. */
  readonly peers?: readonly string[];
}

/** Every rule of a group on the way of a listener that lets more through than listeners need. */
export function overBroadRules(groups: SecurityGroups, uses: readonly Use[]): string[] {
  const found = groups.rules.flatMap((rule) => {
    const own = uses.filter(({ direction, group }) => direction === rule.direction && group === rule.group);
    return own.length === 0 ? [] : faultOf(rule, own);
  });
  return [...new Set(found)];
}

function faultOf(rule: Rule, uses: readonly Use[]): string[] {
  if (isNothing(rule)) return [];
  const { group, direction, ports, peer, origin } = rule;
  const verb = direction === 'ingress' ? `accepts ${showPorts(ports)} from` : `may send ${showPorts(ports)} to`;
  const sentence = `Security group ${group} ${verb} ${peer} (${origin}), but`;
  if (!uses.some((use) => covers(use.ports, ports))) {
    return [`${sentence} only ${listNames([...new Set(uses.map((use) => showPorts(use.ports)))])} is used.`];
  }
  const peers = uses.filter((use) => covers(use.ports, ports)).map((use) => use.peers);
  const needed = peers.flatMap((names) => names ?? []);
  return peers.includes(undefined) || needed.includes(peer)
    ? []
    : [`${sentence} only ${listNames([...new Set(needed)])} is meant.`];
}

/** What the CDK writes to keep a group from the default egress rule: it matches no traffic. */
function isNothing({ peer }: Rule): boolean {
  return peer === '255.255.255.255/32';
}
