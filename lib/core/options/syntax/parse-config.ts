import { Place, Problem, Report } from '../../finding/rule';
import { reportConflicts } from '../../syntax/explain/foreign';
import { parseJson } from '../../syntax/parse';
import { ConfigTree } from './config-tree';
import { parseYaml } from './parse-yaml';

/**
 * Reads YAML 1.1 or JSON, as Beanstalk does. A text in braces is JSON if it can be; if it is neither, what is wrong
 * with the JSON is told, for that is what it was meant to be.
 */
export function parseConfig(text: string, report: Report): ConfigTree {
  if (reportConflicts(text, report)) return { converted: new Map() };
  if (!/^\s*\{/.test(text)) return parseYaml(text, report);
  const asJson = collect((collector) => parseJson(text, collector));
  if (asJson.result) return { root: replay(asJson, report), converted: new Map() };
  const asYaml = collect((collector) => parseYaml(text, collector));
  if (asYaml.result.root) return replay(asYaml, report);
  replay(asJson, report);
  return { converted: new Map() };
}

interface Attempt<T> {
  readonly result: T;
  readonly problems: readonly Problem[];
}

function collect<T>(attempt: (report: Report) => T): Attempt<T> {
  const problems: Problem[] = [];
  const result = attempt((rule, place: Place, message, hint) => { problems.push({ rule, place, message, hint }); });
  return { result, problems };
}

function replay<T>({ result, problems }: Attempt<T>, report: Report): T {
  for (const { rule, place, message, hint } of problems) report(rule, place, message, hint);
  return result;
}
