import { IConstruct } from 'constructs';
import { Severity } from '../../core/finding/finding';
import { Problem } from '../../core/finding/rule';
import { planSurroundings } from '../../core/plan/ecs/ecs';
import { Plan } from '../../core/plan/ecs/plan';
import { EnvironmentSettings } from '../../core/settings/settings';
import { annotateProblems } from '../findings/annotate';

/** The plan of one part by itself. Throws when its props do not fit together, listing every reason. */
export function planPart(
  construct: IConstruct, settings: EnvironmentSettings,
): Pick<Plan, 'network' | 'capacity' | 'front' | 'networkFront'> {
  const { problems, plan } = planSurroundings(settings);
  refuseProblems(problems);
  annotateProblems(construct, problems);
  return plan!;
}

/** Throws when one of the problems of props is an error, listing all of them. */
export function refuseProblems(problems: readonly Problem[]): void {
  const errors = problems.filter(({ rule }) => rule.severity === Severity.ERROR);
  if (errors.length === 0) return;
  throw new Error(
    errors.map(({ rule, message, hint }) => `${message} ${hint} [${rule.code} ${rule.name}]`).join('\n'),
  );
}
