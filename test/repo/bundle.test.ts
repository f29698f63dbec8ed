import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as library from '../../lib';

const ROOT = join(__dirname, '..', '..');
const BUNDLE = join(ROOT, 'build', 'bundle');

function node(script: string, args: readonly string[] = []): string {
  return execFileSync(process.execPath, [...args, '--eval', script], { cwd: BUNDLE, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** What a process loads, its own files without their folder. */
function loadedBy(script: string): string[] {
  const report = "process.on('exit', () => console.log('\\n' + JSON.stringify(Object.keys(require.cache))))";
  const files = JSON.parse(node(`${report};${script}`).trim().split('\n').at(-1)!) as string[];
  return files.map((file) => relative(BUNDLE, file));
}

describe('the library in one file', () => {
  test('exports what its sources export', () => {
    const names = JSON.parse(node('console.log(JSON.stringify(Object.keys(require("./index.js"))))')) as string[];
    expect(names.sort()).toEqual(Object.keys(library).sort());
  });

  test('has every class under its own name', () => {
    const wrong = node(`
      const library = require('./index.js');
      for (const [name, value] of Object.entries(library)) {
        if (value === undefined || typeof value === 'function' && value.name !== name) console.log(name);
      }`);
    expect(wrong).toBe('');
  });

  test('can be imported by name', () => {
    const names = Object.keys(library);
    const script = `import { ${names.join(', ')} } from './index.js'; console.log([${names.join(', ')}].length)`;
    expect(node(script, ['--input-type=module']).trim()).toBe(String(names.length));
  });

  test('loads no other file, none of a part of the CDK among them', () => {
    expect(loadedBy('require("./index.js")')).toEqual(['index.js']);
  });

  test('loads the CDK for a construct, so the test can tell the difference', () => {
    expect(loadedBy('require("./index.js").EcsEnvironment').join()).toContain('aws-cdk-lib/aws-iam/');
  });
});

describe('the command in one file', () => {
  const loadedFor = (...argv: string[]) => loadedBy(`
    process.argv = ['node', 'cdk-dockerrun', ...${JSON.stringify(argv)}];
    require('./cdk-dockerrun.js')`);

  test.each([['check', '../../bin/sample/Dockerrun.aws.json'], ['plan', '../../bin/sample/Dockerrun.aws.json'], ['rules']])('%s loads it and nothing else', (...argv) => {
    expect(loadedFor(...argv)).toEqual(['cdk-dockerrun.js', 'command.js']);
  });

  test('reads YAML with a file of its own', () => {
    expect(loadedFor('check', '../../test/cli/bundles/shop')).toEqual(['cdk-dockerrun.js', 'command.js', 'yaml.js']);
  });

  test('synthesizes with the library', () => {
    const files = loadedFor('synth', '../../bin/sample/Dockerrun.aws.json').filter((file) => !file.includes('node_modules'));
    expect(files).toEqual(['cdk-dockerrun.js', 'command.js', 'synth.js', 'index.js']);
  });
});

test('the bill of materials has what NOTICE has', () => {
  const { components } = JSON.parse(readFileSync(join(BUNDLE, 'sbom.cdx.json'), 'utf8')) as {
    components: { name: string; version: string }[];
  };
  const notice = readFileSync(join(ROOT, 'NOTICE'), 'utf8');
  const licensed = [...notice.matchAll(/^(\S+) (\d+\.\d+\.\d+) /gm)].map(([, name, version]) => `${name} ${version}`);
  expect(components.map(({ name, version }) => `${name} ${version}`)).toEqual(licensed.sort());
});

const FILES = ['index.js', 'command.js', 'synth.js', 'yaml.js', 'cdk-dockerrun.js'];

test.each(FILES)('%s has no line that floods a terminal when Node.js prints where an error was thrown', (file) => {
  const lines = readFileSync(join(BUNDLE, file), 'utf8').split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(1000);
});

test.each(FILES)('%s has a map', (file) => {
  const map = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(readFileSync(join(BUNDLE, file), 'utf8'))?.[1];
  expect(existsSync(join(BUNDLE, map!))).toBe(true);
});
