import { Rule } from '../../lib/core/finding/rule';

/** What the first digit of a code means. */
const AREAS: Readonly<Record<string, string>> = {
  0: 'Syntax: the text is not JSON, or not the JSON it seems to be',
  1: 'Shape: keys and types',
  2: 'Values: one value alone',
  3: 'References: two places that disagree',
  4: 'Targets: fine in general, but not with these settings',
  5: 'Advice: works, but is unwise',
};

const INTRODUCTION = `# Rules

Written by \`npx projen docs\` from the rules themselves; \`npx cdk-dockerrun rules\` prints the same.
The first digit of a code names the area. In strict mode, warnings marked *strict* are errors.
In a CDK app, a warning is acknowledged as \`cdk-dockerrun:<name>\`.
`;

/** docs/RULES.md: every rule with the sentence that must hold, the reason and the source. */
export function rulesPage(rules: readonly Rule[]): string {
  const areas = Object.entries(AREAS).map(([digit, title]) => areaSection(title, rules.filter((rule) => rule.code.startsWith(`DR${digit}`))));
  return [INTRODUCTION, ...areas.filter(Boolean)].join('\n');
}

function areaSection(title: string, rules: readonly Rule[]): string {
  if (rules.length === 0) return '';
  const sorted = [...rules].sort((a, b) => a.code.localeCompare(b.code));
  return [`## ${title}\n`, ...sorted.map(ruleSection)].join('\n');
}

function ruleSection({ code, name, severity, strict, summary, reason, link, fields }: Rule): string {
  const weight = strict ? `${severity}, strict` : severity;
  const reads = fields.length > 0 ? `\n\nReads ${fields.map((field) => `\`${field}\``).join(', ')}.` : '';
  return `### ${code} ${name}\n\n*${weight}*: ${summary}\n\n${reason} [Source](${link})${reads}\n`;
}
