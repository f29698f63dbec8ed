import { isUnresolved, showSetting } from '../settings/setting';
import { AccessPlan } from './access-plan';
import { Decisions, DecisionSource } from './decision';

/** Says which ranges may connect to a listener, if it names some. */
export function explainAccess(listener: string, { cidrs }: AccessPlan, decisions: Decisions): void {
  if (cidrs.length === 0) return;
  const reason = cidrs.some(isUnresolved) ? 'You chose it; the checks of ranges that are known only at deployment were skipped.' : 'You chose it.';
  const shown = cidrs.map((cidr) => showSetting(cidr)).join(', ');
  decisions.choose(`clients of listener ${listener}`, shown, DecisionSource.PROP, reason);
}
