import { IConstruct } from 'constructs';
import { Severity } from '../../core/finding/finding';
import { Problem } from '../../core/finding/rule';
import { Part, planSurroundings } from '../../core/plan/ecs/ecs';
import { EnvironmentSettings } from '../../core/settings/settings';
import { annotateProblems } from '../findings/annotate';

/** The plan of one part by itself. Throws when its props do not fit together, listing every reason. */
export function planPart<P>(
  construct: IConstruct, settings: EnvironmentSettings, planOf: Parameters<typeof planSurroundings<P>>[1],
): Part<P> {
  const { problems, plan } = planSurroundings(settings, planOf);
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
