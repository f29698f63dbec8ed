import { canonicalCidr } from '../../settings/network/cidr';
import { isUnresolved, showSetting } from '../../settings/setting';
import { ListenerSettings } from '../../settings/settings';
import { Decisions } from '../decision';
import { chose } from '../provenance';
import { AccessPlan } from './model';

/** Everybody may connect unless somebody is named. */
export function planClients({ open, allowedCidrs, allowedSecurityGroups }: ListenerSettings): AccessPlan {
  const isOpen = open ?? (allowedCidrs === undefined && allowedSecurityGroups === undefined);
  return { open: isOpen, cidrs: (allowedCidrs ?? []).map(canonicalCidr), securityGroups: allowedSecurityGroups ?? 0 };
}

/** Says which ranges may connect to a listener, if it names some. */
export function explainClients(
  listener: string, prop: string, { cidrs }: AccessPlan, decisions: Decisions,
): void {
  if (cidrs.length === 0) return;
  const skipped = '; the checks of ranges that are known only at deployment were skipped.';
  const shown = cidrs.map((cidr) => showSetting(cidr)).join(', ');
  decisions.about(`${prop}.allowedCidrs`).chosen(
    `clients of listener ${listener}`, shown, chose(cidrs.some(isUnresolved) ? skipped : '.'),
  );
}
