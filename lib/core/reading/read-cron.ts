import { Finding } from '../finding/finding';
import { Problem, Report } from '../finding/rule';
import { parseConfig } from '../options/syntax/parse-config';
import { Secrets } from '../report/secrets';
import { PeriodicTaskSettings } from '../settings/worker/worker';
import { LineIndex } from '../syntax/line-index';
import { SourceText } from '../syntax/source-text';
import { decodeCron } from '../translation/cron/decode-cron';
import { findingsIn } from './read';

/** What `cron.yaml` says, and what there is to say about it. */
export interface CronReading {
  /** Those that are free of errors, in their order. */
  readonly tasks: readonly PeriodicTaskSettings[];
  readonly findings: readonly Finding[];
  /** What is left out of everything that is printed about it. */
  readonly secrets: Secrets;
}

/** text → tasks and findings. Never throws, whatever the text is. */
export function readCron(
  text: string, strict = false, substitutions: Readonly<Record<string, string>> = {},
): CronReading {
  const problems: Problem[] = [];
  const report: Report = (rule, place, message, hint) => { problems.push({ rule, place, message, hint }); };
  const source = SourceText.ofConfig(text, substitutions);
  const { root } = parseConfig(source.text, report);
  const tasks = root ? decodeCron(root, report) : [];
  const secrets = Secrets.in(text, source, root);
  const findings = findingsIn({ lines: new LineIndex(text), source, secrets }, strict, problems);
  return { tasks, findings, secrets };
}
