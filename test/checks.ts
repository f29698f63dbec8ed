import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { TemplateJson } from './walker/template';

/** A finding that somebody took upon himself. */
export interface Acknowledgement {
  /** The rule, with what exactly it found in brackets. */
  readonly finding: string;
  /** The path of the resource. */
  readonly resource: string;
  readonly reason: string;
}

/** What becomes of an app, and what the validator of the CDK and AwsSolutions of cdk-nag say of it. */
export interface CheckedApp {
  readonly app: App;
  readonly templates: Readonly<Record<string, TemplateJson>>;
  /** Nothing else stands between the app and its deployment. The annotations of the constructs have tests of their own. */
  readonly findings: readonly string[];
  readonly acknowledged: readonly Acknowledgement[];
}

/** Findings are read from the report: thrown ones would hide those that are acknowledged. */
export const KEEP_REPORT = { '@aws-cdk/core:failSynthOnValidationErrors': false };

/** Synthesizes an app that was made with `KEEP_REPORT` in its context. */
export function check(app: App): CheckedApp {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const { directory, stacksRecursively: stacks } = synthesize(app);
  const reports = readReports(directory).filter(({ pluginName }) => pluginName !== 'Construct Annotations');
  return {
    app,
    templates: Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template])),
    findings: reports.flatMap(({ violations }) => violations.flatMap((violation) =>
      violation.violatingConstructs.map(({ constructPath }) => `${constructPath} ${violation.ruleName}: ${violation.description}`))),
    acknowledged: reports.flatMap(({ suppressedViolations = [] }) => suppressedViolations.flatMap(toAcknowledgements)),
  };
}

/** The validator of the CDK, which test/setup.ts turns off, is on for this one; the CDK prints its report, which is read from its file. */
function synthesize(app: App): ReturnType<App['synth']> {
  const silence = jest.spyOn(console, 'error').mockImplementation();
  const { CDK_VALIDATION } = process.env;
  delete process.env.CDK_VALIDATION;
  try {
    return app.synth();
  } finally {
    process.env.CDK_VALIDATION = CDK_VALIDATION;
    silence.mockRestore();
  }
}

function toAcknowledgements({ ruleName, reason, violatingConstructs }: Suppressed): Acknowledgement[] {
  return violatingConstructs.map(({ constructPath }) => ({ finding: ruleName, resource: constructPath, reason }));
}

interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

interface Suppressed extends Violation {
  readonly reason: string;
}

interface Report {
  readonly pluginName: string;
  readonly violations: readonly Violation[];
  readonly suppressedViolations?: readonly Suppressed[];
}

/** Without the report nothing was checked, so that it must be there. */
function readReports(directory: string): readonly Report[] {
  return JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8')).pluginReports;
}
