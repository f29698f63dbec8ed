import { Annotations } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';
import { Finding, Severity } from '../../core/finding/finding';

/** Puts warnings and notes on a construct; a warning can be acknowledged as `cdk-dockerrun:<rule>`. */
export function annotate(construct: IConstruct, findings: readonly Finding[]): void {
  for (const { severity, rule, code, line, message, hint } of findings) {
    const text = `${message} ${hint} (line ${line}) [${code} ${rule}]`;
    if (severity === Severity.WARNING) Annotations.of(construct).addWarningV2(`cdk-dockerrun:${rule}`, text);
    else Annotations.of(construct).addInfoV2(`cdk-dockerrun:${rule}`, text);
  }
}
