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
  const usual = namespaceOfUsual(props, origins);
  const from = usual === undefined ? origins.saying(props) : [];
  const why = usual === undefined
    ? (from.length === 0 ? [] : [`It comes from ${cite(from)}.`])
    : [`Elastic Beanstalk listens on port 80, unless ListenerEnabled of ${usual} is false.`];
  return { rule, place, message: [message, ...why].join(' '), hint, props, origins: from };
}

/** Of listener 80, which nobody asks for: it is there beside those that have options, unless it is switched off. */
function namespaceOfUsual(props: readonly string[], origins: Origins): string | undefined {
  const listener = props.find((prop) => prop.startsWith('listeners['));
  const [other] = listener === undefined ? [] : origins.beside(listener);
  if (other === undefined) return undefined;
  return other.namespace.startsWith('aws:elb:') ? 'aws:elb:listener:80' : 'aws:elbv2:listener:default';
}

function cite(origins: readonly SettingOrigin[]): string {
  const further = origins.length - MAX_NAMED;
  const named = origins.slice(0, MAX_NAMED).map(showOrigin);
  const all = further > 0 ? [...named, `${further} more`] : named;
  return [all.slice(0, -1).join(', '), ...all.slice(-1)].filter(Boolean).join(' and ');
}
