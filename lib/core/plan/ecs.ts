import { Problem } from '../finding/rule';
import { Severity } from '../finding/finding';
import { checkTarget } from '../rules/target/check';
import { EcsSettings } from '../settings/settings';
import { Document } from '../spec/model';
import { planCapacity } from './capacity';
import { Decisions } from './decision';
import { planFront } from './front';
import { planNetwork } from './network';
import { Plan } from './plan';
import { planService } from './service';
import { planTask } from './task';

/** A plan, unless a problem stands in its way. */
export interface Planning {
  readonly problems: readonly Problem[];
  readonly plan?: Plan;
}

/** spec and settings → plan. The spec has to be free of errors. Never throws. */
export function planEcs(document: Document, settings: EcsSettings): Planning {
  const problems: Problem[] = [];
  checkTarget(document, settings, (rule, place, message, hint) => { problems.push({ rule, place, message, hint }); });
  if (problems.some(({ rule }) => rule.severity === Severity.ERROR)) return { problems };
  const decisions = new Decisions();
  const { spec } = document;
  const network = planNetwork(settings, decisions);
  const capacity = planCapacity(settings, decisions);
  const task = planTask(spec, settings, decisions);
  const front = planFront(spec, settings.listeners, task.networkMode, decisions);
  const service = planService(settings, front !== null, decisions);
  return { problems, plan: { target: 'ecs', network, capacity, task, front, service, decisions: decisions.made } };
}
