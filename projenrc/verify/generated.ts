import { existsSync, readFileSync } from 'node:fs';
import { run, answers } from './shell';
import { Step } from './step';

const WRITTEN_BY_TASKS = [
  'package.json', 'package-lock.json', 'API.md', 'docs/RULES.md', 'docs/SECURITY.md', 'docs/guide/changes.md',
  'lib/core/diff/template/create-only.ts', 'schemas/check.v1.json', 'schemas/diff.v1.json', 'schemas/plan.v1.json',
];

export const generated: Step = {
  name: 'generated',
  claim: 'generated files are committed and say what their sources say',
  prove() {
    const before = contents(generatedFiles());
    run('projen', []);
    run('projen', ['docs']);
    const files = generatedFiles();
    const after = contents(files);
    const stale = files.filter((file) => before.get(file) !== after.get(file));
    if (stale.length > 0) throw new Error(`${stale.join(', ')} had to be written again; commit the result.`);
    const untracked = files.filter((file) => inGit() && !isTracked(file));
    if (untracked.length > 0) throw new Error(`${untracked.join(', ')} must be committed.`);
    return `${files.length} files`;
  },
};

function generatedFiles(): string[] {
  const { files } = JSON.parse(readFileSync('.projen/files.json', 'utf8')) as { files: string[] };
  return [...new Set([...files, ...WRITTEN_BY_TASKS])].sort();
}

function contents(files: readonly string[]): Map<string, string | undefined> {
  return new Map(files.map((file) => [file, existsSync(file) ? readFileSync(file, 'utf8') : undefined]));
}

function inGit(): boolean {
  return answers('git', ['rev-parse', '--git-dir']);
}

function isTracked(file: string): boolean {
  return answers('git', ['ls-files', '--error-unmatch', file]);
}
