import { ComposeInput } from '../compose/load';
import { readProject } from '../compose/project';
import { SourceFiles } from '../compose/sources';
import { Finding } from '../finding/finding';
import { Problem, Report } from '../finding/rule';
import { Secrets } from '../report/secrets';
import { checkSpec } from '../rules/check';
import { findingAt, Reading, SourceFile, sortFindings } from './read';

/** How compose files are read. */
export interface ReadComposeOptions extends ComposeInput {
  /** Turns warnings about keys that nobody reads into errors. */
  readonly strict: boolean;
}

/** texts → tree → spec → findings. Never throws, whatever the texts are. */
export function readCompose(input: ReadComposeOptions): Reading {
  const problems: Problem[] = [];
  const report: Report = (rule, place, message, hint) => { problems.push({ rule, place, message, hint }); };
  const sources = new SourceFiles();
  for (const file of input.files) sources.add(file);
  const document = readProject(input, sources, report);
  if (document) checkSpec(document, report);
  const files = sources.files.map((file): SourceFile => ({
    name: file.name, secrets: Secrets.of(file.text, sources.treeOf(file)),
  }));
  const locate = (found: readonly Problem[]) =>
    sortFindings(found.map((problem) => toFinding(problem, sources, files, input.strict)));
  return { findings: locate(problems), document, locate, secrets: files[0].secrets, files };
}

function toFinding(
  problem: Problem, sources: SourceFiles, files: readonly SourceFile[], strict: boolean,
): Finding {
  const { file, start, line, column } = sources.locate(problem.place);
  const { name, secrets } = files[file];
  const found = findingAt(problem, { start, end: start + problem.place.length, line, column }, secrets, strict);
  return file > 0 ? { ...found, otherFile: name } : found;
}
