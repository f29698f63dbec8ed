import { CreateOnly } from '../motion/facts/generate';

const WIDTH = 120;

const HEAD = `import { table } from '../../finding/table';

/*
 * Of each type, the properties that CloudFormation changes by making another resource; \`A/B\` is one below another.
 * Those of which it depends on the values are left out. \`npx projen docs\` writes this file, as the CDK CLI knows it.
 */

export const CREATE_ONLY = table<readonly string[]>({
`;

/** The text of lib/core/diff/template/create-only.ts. */
export function createOnlyTable(facts: Readonly<Record<string, CreateOnly>>): string {
  return `${HEAD}${Object.entries(facts).map(([type, { always }]) => row(type, always)).join('')}});\n`;
}

function row(type: string, names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  const line = `  '${type}': [${quoted.join(', ')}],\n`;
  return line.length <= WIDTH + 1 ? line : `  '${type}': [\n${filled(quoted)}  ],\n`;
}

function filled(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word},`.length <= WIDTH) lines[lines.length - 1] = `${last} ${word},`;
    else lines.push(`    ${word},`);
  }
  return lines.map((line) => `${line}\n`).join('');
}
