import { createHash } from 'node:crypto';
import { HTTPS_PORT, LISTENER_PORT } from '../../settings/constants';
import { isUnresolved } from '../../settings/setting';
import { ConditionsPlan, FrontPlan, NlbPlan, TargetPlan } from './model';

/** A way to a container, before it is known which target group it takes. */
export interface Way {
  /** Tells the load balancer from another one that would take its place; a target group cannot change over to that. */
  readonly balancer: string;
  readonly listener: string;
  readonly rule: ConditionsPlan | null;
  readonly target: TargetPlan;
}

const [USUAL, SECURE] = [String(LISTENER_PORT), String(HTTPS_PORT)];

/**
 * The key of the target group of each way, which stays the same under every edit that AWS makes in place.
 *
 * What a listener does by default has a group of its own, whichever container that is; port 443 takes over the one of
 * port 80 that does not forward any more. Rules have the group of their container, whatever their conditions and
 * priorities are, and share it as long as they want the same of it. Of those that do not, the first that was written
 * has it, and each other kind the next number, so that one that is written behind them moves none. So it is too where
 * versions take turns, as Amazon ECS moves the requests of one rule only.
 */
export function groupKeys(ways: readonly Way[], takeTurns: boolean): string[] {
  const forwardsUsual = ways.some((way) => way.listener === USUAL && isDefault(way));
  const demands = new Map<string, string[]>();
  return ways.map((way, index) => {
    const head = `${way.balancer}${isDefault(way) && forwardsUsual ? way.listener : slotOf(way)}`;
    const tail = isDefault(way) ? '' : `Rule${nameKey(way.target.containerName)}`;
    const others = demands.get(head + tail) ?? [];
    const demand = takeTurns ? String(index) : JSON.stringify(way.target);
    const place = others.includes(demand) ? others.indexOf(demand) : others.length;
    if (place === others.length) demands.set(head + tail, [...others, demand]);
    return `${head}${place === 0 ? '' : `Kind${place + 1}`}${tail}`;
  });
}

/** Tells a load balancer from another one of its kind by what it keeps for life. */
export function balancerKey(front: Pick<FrontPlan, 'scheme' | 'name'> | Pick<NlbPlan, 'scheme'> | null): string {
  const name = front && 'name' in front ? front.name : '';
  const named = name === '' ? '' : `Named${isUnresolved(name) ? '' : nameKey(name)}`;
  return `${front?.scheme === 'internal' ? 'Internal' : ''}${named}`;
}

/** A name for construct ids and for processes of Beanstalk, with a hash where characters of it are lost. */
function nameKey(name: string): string {
  const kept = name.replace(/[^A-Za-z0-9]/g, '');
  return kept === name ? name : `${kept}${createHash('sha256').update(name).digest('hex').slice(0, 4)}`;
}

/** The rule for everything stands for its listener. */
function isDefault({ rule }: Way): boolean {
  return rule === null || rule.key === '';
}

function slotOf({ listener }: Way): string {
  return listener === SECURE ? USUAL : listener;
}
