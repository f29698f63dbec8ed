import { Annotations } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';
import { Finding, Severity } from '../../core/finding/finding';
import { Problem } from '../../core/finding/rule';
import { harmless, oneLine } from '../../core/report/harmless';
import { TargetRule } from '../../core/rules/target/target-rule';

/**
 * Puts warnings and notes about a file, named if it is not the Dockerrun file, on a construct; a warning can be
 * acknowledged as `cdk-dockerrun:<rule>`.
 */
export function annotate(construct: IConstruct, findings: readonly Finding[], file?: string): void {
  for (const { severity, rule, code, path, line, message, hint } of findings) {
    // What concerns no key of the file concerns a prop.
    const inFile = file === undefined ? `line ${line}` : `${file}, line ${line}`;
    const place = path === '' && file === undefined ? '' : ` (${inFile})`;
    add(construct, severity, rule, `${message} ${hint}${place} [${code} ${rule}]`);
  }
}

/** The same for what concerns props alone, which stand in no line of a file. */
export function annotateProblems(construct: IConstruct, problems: readonly Problem[]): void {
  for (const {
    rule: { severity, name, code }, message, hint,
  } of problems) {add(construct, severity, name, `${message} ${hint} [${code} ${name}]`);}
}

/** Those that a rule of these concerns found; the others are annotated elsewhere. */
export function about(problems: readonly Problem[], ...concerns: readonly TargetRule['concerns'][]): Problem[] {
  return problems.filter(({ rule }) => 'concerns' in rule && concerns.includes((rule as TargetRule).concerns));
}

function add(construct: IConstruct, severity: Severity, rule: string, said: string): void {
  const text = harmless(oneLine(said));
  if (severity === Severity.WARNING) Annotations.of(construct).addWarningV2(`cdk-dockerrun:${rule}`, text);
  else Annotations.of(construct).addInfoV2(`cdk-dockerrun:${rule}`, text);
}
