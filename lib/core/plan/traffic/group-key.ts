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
 * priorities are, and share it as long as they want the same of it. Of those that do not, the first by priority has it;
 * so it is too where versions take turns, as Amazon ECS moves the requests of one rule only.
 */
export function groupKeys(ways: readonly Way[], takeTurns: boolean): string[] {
  const forwardsUsual = ways.some((way) => way.listener === USUAL && isDefault(way));
  const bases = ways.map((way) =>
    isDefault(way)
      ? `${way.balancer}${forwardsUsual ? way.listener : slotOf(way)}`
      : `${way.balancer}${slotOf(way)}Rule${nameKey(way.target.containerName)}`);
  const demands = ways.map(({ target }, index) => (takeTurns ? String(index) : JSON.stringify(target)));
  const firstOf = (found: readonly number[]) =>
    found.reduce((one, two) => (isBefore(ways[two], ways[one]) ? two : one));
  return bases.map((base, index) => {
    const rivals = [...ways.keys()].filter((each) => bases[each] === base);
    const first = firstOf(rivals.filter((each) => demands[each] === demands[index]));
    return first === firstOf(rivals) ? base : `${base}${placeOf(ways[first])}`;
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

function isBefore(one: Way, other: Way): boolean {
  const [first, second] = [one, other].map(({ rule }) => rule?.priority ?? 0);
  return first === second ? Number(one.listener) < Number(other.listener) : first < second;
}

function placeOf(way: Way): string {
  return `${way.listener === slotOf(way) ? '' : `Listener${way.listener}`}Priority${way.rule?.priority ?? 0}`;
}
