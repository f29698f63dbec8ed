import { SettingOrigin, showOrigin } from '../finding/origin';
import { Place, Problem, Rule } from '../finding/rule';
import { Origins } from '../translation/origins';

/** More would hide what a message says. */
const MAX_NAMED = 3;

/** Why something is as a prop says, for a prop of the user and for one that option settings stand for. */
export interface Reason {
  readonly yours: string;
  /** Comes before the option settings. */
  readonly comes: string;
  /** Follows them. */
  readonly then: string;
  /** Whether each prop adds to what was chosen, so that some may come from option settings and some not. */
  readonly isList?: boolean;
}

/** “You chose it; …”, or “It comes from MinSize of …; …”. */
export function chose(then = '.', what: 'it' | 'them' = 'it'): Reason {
  return { yours: `You chose ${what}${then}`, comes: what === 'it' ? 'It comes' : 'They come', then };
}

/** “You brought it; …”, or “It comes from VPCId of …; …”. */
export function brought(then: string): Reason {
  return { yours: `You brought it${then}`, comes: 'It comes', then };
}

/** The reason for a list, of which each prop is an item. */
export function listed(reason: string, items: number): Reason {
  return { yours: reason, comes: items > 1 ? 'They come' : 'It comes', then: `. ${reason}`, isList: true };
}

export function toReason(reason: string | Reason): Reason {
  return typeof reason === 'string' ? { yours: reason, comes: 'It comes', then: `. ${reason}` } : reason;
}

/**
 * What is said of a prop, and the option settings that it comes from; it is the user's own unless all comes from them.
 */
export interface Told {
  readonly reason: string;
  readonly origins: SettingOrigin[];
  readonly isYours: boolean;
}

export function tell({ yours, comes, then, isList = false }: Reason, props: readonly string[], origins: Origins): Told {
  const from = origins.behind(props);
  if (from.length === 0) return { reason: yours, origins: from, isYours: true };
  const isYours = isList && props.some((prop) => origins.within(prop).length === 0);
  return { reason: `${isYours ? 'Some come' : comes} from ${cite(from)}${then}`, origins: from, isYours };
}

/**
 * A problem that names the option settings behind the props that it is about: its user may never have written these.
 */
export function problemOf(
  origins: Origins, rule: Rule, place: Place, message: string, hint: string, props: readonly string[] = [],
): Problem {
  const from = origins.saying(props);
  const said = from.length === 0 ? message : `${message} It comes from ${cite(from)}.`;
  return { rule, place, message: said, hint, props, origins: from };
}

function cite(origins: readonly SettingOrigin[]): string {
  const further = origins.length - MAX_NAMED;
  const named = origins.slice(0, MAX_NAMED).map(showOrigin);
  const all = further > 0 ? [...named, `${further} more`] : named;
  return [all.slice(0, -1).join(', '), ...all.slice(-1)].filter(Boolean).join(' and ');
}
