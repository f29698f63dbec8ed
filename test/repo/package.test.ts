import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const { bin, files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  bin: Record<string, string>;
  files: string[];
};
const { tasks } = JSON.parse(readFileSync(join(ROOT, '.projen', 'tasks.json'), 'utf8')) as {
  tasks: Record<string, { steps?: object[] }>;
};

describe('the package', () => {
  test('has one command', () => {
    expect(Object.keys(bin)).toEqual(['cdk-dockerrun']);
  });

  test.each(Object.entries(bin))('ships %s, and as a program', (_, path) => {
    expect(files).toContain(dirname(path));
    expect(statSync(join(ROOT, path)).mode.toString(8)).toBe('100755');
  });

  test('translates the snippets before it is packed for another language', () => {
    const languages = Object.keys(tasks).filter((name) => /^package:(?!js$)/.test(name));
    expect(languages).toEqual(['package:dotnet', 'package:go', 'package:java', 'package:python']);
    for (const language of languages) expect(tasks[language].steps?.[0]).toEqual({ spawn: 'rosetta' });
  });
});
