import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from './shell';
import { Step } from './step';

/** Git ignores it. */
const FOLDER = '.peers';

/** Tests of what differs between versions of the CDK. */
const TESTS = ['network-parts', 'suppressed-findings'].map((name) => join('test', 'ecs', `${name}.test.ts`));

export const peers: Step = {
  name: 'peers',
  claim: 'the library compiles with the oldest CDK that its peers allow, and tests of what differs pass there',
  prove() {
    const oldest = oldestPeers();
    const modules = install(oldest);
    typeCheck(modules);
    test(modules);
    return oldest.join(' and ');
  },
};

/** The lower end of each range. */
function oldestPeers(): string[] {
  const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    peerDependencies: Record<string, string>;
  };
  return Object.entries(peerDependencies).map(([name, range]) => `${name}@${range.replace('^', '')}`);
}

function install(packages: readonly string[]): string {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ name: 'peers', private: true }));
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  run('npm', ['install', ...quietly, ...packages], { cwd: FOLDER });
  return resolve(FOLDER, 'node_modules');
}

function typeCheck(modules: string): void {
  const paths = Object.fromEntries(
    ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs'].map((name) => [name, [join(modules, name)]]),
  );
  const config = join(FOLDER, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({
    extends: '../tsconfig.json',
    compilerOptions: { noEmit: true, rootDir: '..', typeRoots: ['../node_modules/@types'], paths },
    include: ['../lib/**/*.ts'],
  }));
  run('tsc', ['-p', config]);
}

function test(modules: string): void {
  const moduleNameMapper = { '^(aws-cdk-lib|constructs)((?:/.*)?)$': `${modules}/$1$2` };
  run('jest', ['--ci', `--moduleNameMapper=${JSON.stringify(moduleNameMapper)}`, ...TESTS]);
}
