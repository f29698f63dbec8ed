import { Report } from '../../finding/rule';
import { TrafficSettings } from '../../settings/traffic/traffic';
import { CheckedDocument, contextFor } from '../context';
import { TargetName, TargetRule } from './target-rule';
import { mayBeDueTo, unknownValue } from './unknown-value';
import { TARGET_RULES } from './index';

/** Runs the rules about native ECS over a file that is free of errors. */
export function checkTarget(
  document: CheckedDocument, concerns: readonly TargetRule['concerns'][], settings: TrafficSettings, report: Report,
): void {
  run('ecs', document, concerns, settings, report);
}

/** Runs the rules about an environment of Elastic Beanstalk over a file that is free of errors. */
export function checkBeanstalk(document: CheckedDocument, settings: TrafficSettings, report: Report): void {
  run('beanstalk', document, ['task', 'service', 'environment'], settings, report);
}

function run(
  target: TargetName,
  document: CheckedDocument,
  concerns: readonly TargetRule['concerns'][],
  settings: TrafficSettings,
  report: Report,
): void {
  const all = [...concerns, 'settings'];
  const rules = TARGET_RULES.filter((rule) => all.includes(rule.concerns) && (rule.target ?? target) === target);
  const reportSure = withoutDoubt(settings, report);
  for (const rule of rules) rule.check(document.spec, settings, { ...contextFor(rule, document, reportSure), target });
}

/** Nothing is said of what may be well once every value is known. */
function withoutDoubt({ facts: { unknown = [] } = {} }: TrafficSettings, report: Report): Report {
  if (unknown.length === 0) return report;
  return (rule, place, message, hint, props = []) => {
    if (rule === unknownValue || !mayBeDueTo(unknown, props)) report(rule, place, message, hint, props);
  };
}
