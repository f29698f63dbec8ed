import { Finding, Severity } from '../finding/finding';
import { Rule } from '../finding/rule';
import { harmless, oneLine } from './harmless';

/** A finding, with the file that it is in. */
export interface FiledFinding extends Finding {
  readonly file: string;
}

const GITHUB_COMMANDS: Readonly<Record<Severity, string>> = {
  [Severity.ERROR]: 'error',
  [Severity.WARNING]: 'warning',
  [Severity.INFO]: 'notice',
};

/**
 * Workflow commands of GitHub Actions, one line each, which it shows beside the lines of a pull request.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function toGitHub(findings: readonly FiledFinding[]): string {
  return findings.map((finding) => {
    const { line, column, code, rule, severity } = finding;
    const [file, message, hint] = [finding.file, finding.message, finding.hint].map((text) => harmless(oneLine(text)));
    const place = { file, line, col: column, title: `${code} ${rule}` };
    const properties = Object.entries(place).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    return (
      `::${GITHUB_COMMANDS[severity]} `
      + `${properties.join(',')}::${escapeData(`${message}\nhint: ${hint}`)}\n`
    );
  }).join('');
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

const SARIF_LEVELS: Readonly<Record<Severity, string>> = {
  [Severity.ERROR]: 'error',
  [Severity.WARNING]: 'warning',
  [Severity.INFO]: 'note',
};

/**
 * A log in the Static Analysis Results Interchange Format, which code hosts and editors open.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function toSarif(findings: readonly FiledFinding[], rules: readonly Rule[], version: string): object {
  const used = rules.filter(({ code }) => findings.some((finding) => finding.code === code));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk-dockerrun', version, rules: used.map(sarifRule) } },
      columnKind: 'utf16CodeUnits',
      results: findings.map((finding) => sarifResult(finding, used)),
    }],
  };
}

function sarifRule({ code, name, severity, summary, reason, link }: Rule): object {
  return {
    id: code,
    name,
    shortDescription: { text: summary },
    fullDescription: { text: reason },
    helpUri: link,
    defaultConfiguration: { level: SARIF_LEVELS[severity] },
  };
}

function sarifResult(
  { code, severity, message, hint, file, line, column, length }: FiledFinding, rules: readonly Rule[],
): object {
  return {
    ruleId: code,
    ruleIndex: rules.findIndex((rule) => rule.code === code),
    level: SARIF_LEVELS[severity],
    message: { text: `${message}\nhint: ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file) },
          region: { startLine: line, startColumn: column, charLength: length },
        },
      },
    ],
  };
}
