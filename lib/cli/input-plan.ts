import { planBeanstalk, WrittenPlan } from '../core/beanstalk';
import { Severity } from '../core/finding/finding';
import { Problem } from '../core/finding/rule';
import { planEcs, Planning } from '../core/plan/ecs/ecs';
import { Plan } from '../core/plan/ecs/plan';
import { Document } from '../core/spec/model';
import { Args } from './args';
import { Gathered } from './given-settings';

/** A plan for any of the targets. */
export type InputPlan = Plan | WrittenPlan;

/** The props that answer what a file leaves open, with the options of the command line that stand for them. */
const OPTIONS = [['listeners', '--listener'], ['instanceType', '--instance-type']] as const;

/** The plan of a file, as the construct of the target has it, and what the construct refuses or warns of. */
export function planInput(
  document: Document, { settings, origins }: Gathered, { target, settings: given }: Args,
): Planning<InputPlan> {
  const { problems, plan } = target === 'ecs'
    ? planEcs(document, settings, origins)
    : planBeanstalk(document, settings, origins);
  return { problems: problems.map((problem) => withOption(problem, given)), plan };
}

/** An error about a prop that the command line may give, and did not. */
function withOption(problem: Problem, given: Args['settings']): Problem {
  const { rule, props = [], hint } = problem;
  const [, option] = OPTIONS.find(([prop]) => props.includes(prop) && given[prop] === undefined) ?? [];
  return rule.severity === Severity.ERROR && option !== undefined
    ? { ...problem, hint: `${hint} On the command line, pass ${option}.` }
    : problem;
}
