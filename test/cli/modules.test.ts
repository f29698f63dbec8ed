import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** The packages that the command line loads for `argv`, read off Node's own list of loaded modules. */
function packagesLoadedBy(argv: readonly string[]): string[] {
  const script = `
    const { main } = require('./lib/cli/main');
    const { openPath } = require('./lib/cli/open-bundle');
    main(${JSON.stringify(argv)}, { out() {}, err() {}, open: openPath, colors: { out: false, err: false }, version: '0' });
    const packages = Object.keys(require.cache).map((file) => /node_modules\\/((@[^/]+\\/)?[^/]+)/.exec(file)?.[1]).filter(Boolean);
    const runner = ['esbuild', 'get-tsconfig', 'resolve-pkg-maps', 'tsx'];
    console.log(JSON.stringify([...new Set(packages)].filter((name) => !runner.includes(name)).sort()));
  `;
  const output = execFileSync(process.execPath, ['--import', 'tsx', '--eval', script], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(output.trim().split('\n').at(-1)!);
}

test.each([['check', 'bin/sample/Dockerrun.aws.json'], ['plan', 'bin/sample/Dockerrun.aws.json'], ['rules']])('%s loads the JSON parser and no part of the CDK', (...argv) => {
  expect(packagesLoadedBy(argv)).toEqual(['jsonc-parser']);
});

test.each(['check', 'plan'])('%s of a bundle loads what reads YAML and .ebignore too, and no part of the CDK', (command) => {
  expect(packagesLoadedBy([command, 'test/cli/bundles/shop'])).toEqual(['ignore', 'jsonc-parser', 'yaml']);
});

test('synth loads the CDK, so the test can tell the difference', () => {
  expect(packagesLoadedBy(['synth', 'bin/sample/Dockerrun.aws.json'])).toContain('aws-cdk-lib');
});
