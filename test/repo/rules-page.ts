import { Rule } from '../../lib/core/finding/rule';

/** What the first digit of a code means. */
const AREAS: Readonly<Record<string, string>> = {
  0: 'Syntax: the text is not JSON, or not the JSON it seems to be',
  1: 'Shape: keys and types',
  2: 'Values: one value alone',
  3: 'References: two places that disagree',
  4: 'Targets: fine in general, but not with these settings',
  5: 'Advice: works, but is unwise',
  6: 'Option settings: what Beanstalk reads beside the file',
  7: 'Other sources: compose files and task definitions',
};

const INTRODUCTION = `# Rules

Written by \`npx projen docs\` from the rules themselves; \`npx cdk-dockerrun rules\` prints the same.

Every finding carries the code and the name of its rule, such as \`DR3002 undefined-volume\`. Both are stable. The first digit of a code names the area.

| Severity | Means |
| --- | --- |
| error | The file cannot be deployed as it is. \`Dockerrun.fromFile\` throws, once, with all errors. |
| warning | The file can be deployed, but something in it is lost, changed or risky. |
| info | Worth knowing; nothing has to change. |

In strict mode, warnings marked *strict* are errors. In a CDK app, warnings are annotations; acknowledge one by the name of its rule:

\`\`\`ts
Annotations.of(stack).acknowledgeWarning('cdk-dockerrun:plain-secret', 'a password of the test database');
\`\`\`
`;

/** docs/RULES.md: every rule with the sentence that must hold, the reason and the source. */
export function rulesPage(rules: readonly Rule[]): string {
  const areas = Object.entries(AREAS).map(([digit, title]) =>
    areaSection(
      title, rules.filter((rule) => rule.code.startsWith(`DR${digit}`)),
    ),
  );
  return [INTRODUCTION, ...areas.filter(Boolean)].join('\n');
}

function areaSection(title: string, rules: readonly Rule[]): string {
  if (rules.length === 0) return '';
  const sorted = [...rules].sort((a, b) => a.code.localeCompare(b.code));
  const table = ['| Rule | Severity | What must hold |', '| --- | --- | --- |', ...sorted.map(ruleRow), ''].join('\n');
  return [`## ${title}\n`, table, ...sorted.map(ruleSection)].join('\n');
}

function ruleRow(rule: Rule): string {
  return (
    `| [${rule.code} ${rule.name}](#${rule.code.toLowerCase()}-${rule.name}) | ${weight(rule)} | `
    + `${rule.summary.replaceAll('|', '\\|')} |`
  );
}

function ruleSection(rule: Rule): string {
  const { code, name, summary, reason, link, fields } = rule;
  const reads =
    fields.length > 0
      ? `\n\nReads ${fields.map((field) => `\`${field || '(any key of the document)'}\``).join(', ')}.`
      : '';
  return `### ${code} ${name}\n\n*${weight(rule)}*: ${summary}\n\n${reason} [Source](${link})${reads}\n`;
}

function weight({ severity, strict }: Rule): string {
  return strict ? `${severity}, strict` : severity;
}
