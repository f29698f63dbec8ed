import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { answers, run } from './shell';
import { Step } from './step';

const REGISTRIES = /registry\.npmjs\.org|files\.pythonhosted\.org/;
const BUILT = /^(\.git|\.venv|node_modules|build|dist|cdk\.out|coverage)\//;

export const traces: Step = {
  name: 'traces',
  claim: 'no file names a path of this machine or the registry it installs from',
  prove() {
    const words = forbiddenWords();
    const files = committedFiles();
    const found = files.flatMap((file) => tracesIn(file, words));
    if (found.length > 0) throw new Error(found.join('\n'));
    return `${files.length} files`;
  },
};

/** Known by where this runs, so that no machine has to be named here. */
function forbiddenWords(): string[] {
  const registry = new URL(run('npm', ['config', 'get', 'registry']).trim()).host;
  // A home such as /root is also a path that containers use.
  return [registry, ...[process.cwd(), homedir()].filter((path) => path.split('/').length > 2)];
}

function tracesIn(file: string, words: readonly string[]): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const isTrace = (line: string) => REGISTRIES.test(line) || words.some((word) => line.includes(word));
  return lines.flatMap((line, index) => isTrace(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []);
}

function committedFiles(): string[] {
  if (answers('git', ['rev-parse', '--git-dir'])) return run('git', ['ls-files', '-z']).split('\0').filter(Boolean);
  const files = readdirSync('.', { recursive: true, withFileTypes: true });
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => `${file.parentPath}/${file.name}`.replace(/^\.\//, ''));
  return paths.filter((path) => !BUILT.test(path));
}
