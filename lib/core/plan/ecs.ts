import { Severity } from '../finding/finding';
import { Problem } from '../finding/rule';
import { checkTarget } from '../rules/target/check';
import { TargetRule } from '../rules/target/target-rule';
import { EcsSettings } from '../settings/settings';
import { Document } from '../spec/model';
import { forwardTargets } from './action';
import { planCapacity } from './capacity';
import { Decisions } from './decision';
import { planFront } from './front';
import { planNetwork } from './network';
import { Plan, TaskPlan } from './plan';
import { planService } from './service';
import { planTask, TaskSettings } from './task';

/** A plan, unless a problem stands in its way. */
export interface Planning<P> {
  readonly problems: readonly Problem[];
  readonly plan?: P;
}

/** Spec and settings → the whole plan. The spec has to be free of errors. Never throws. */
export function planEcs(document: Document, settings: EcsSettings): Planning<Plan> {
  const problems = [...problemsOf(document, 'task', settings), ...problemsOf(document, 'environment', settings)];
  if (stops(problems)) return { problems };
  const decisions = new Decisions();
  const network = planNetwork(document.spec, settings, decisions);
  const capacity = planCapacity(settings, decisions);
  const task = planTask(document.spec, settings, decisions);
  const front = planFront(document.spec, settings, task.networkMode, decisions);
  const service = planService(settings, front !== null && forwardTargets(front).length > 0, decisions);
  return { problems, plan: { target: 'ecs', network, capacity, task, front, service, decisions: decisions.made } };
}

/** Spec and settings → the plan of the task alone, for a service that somebody else makes. */
export function planTaskDefinition(document: Document, settings: TaskSettings): Planning<TaskPlan> {
  const problems = problemsOf(document, 'task', { ownVpc: true, ...settings });
  return stops(problems) ? { problems } : { problems, plan: planTask(document.spec, settings, new Decisions()) };
}

function problemsOf(document: Document, concerns: TargetRule['concerns'], settings: EcsSettings): Problem[] {
  const problems: Problem[] = [];
  checkTarget(document, concerns, settings, (rule, place, message, hint) => { problems.push({ rule, place, message, hint }); });
  return problems;
}

function stops(problems: readonly Problem[]): boolean {
  return problems.some(({ rule }) => rule.severity === Severity.ERROR);
}
