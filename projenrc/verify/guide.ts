import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from './shell';
import { Step } from './step';

const GUIDE = 'docs/guide';
const FIXTURE = 'rosetta/default.ts-fixture';

/** The TypeScript of a page, each snippet with the line that it begins at. */
interface Snippet {
  readonly name: string;
  readonly code: string;
}

export const guide: Step = {
  name: 'guide',
  claim: 'every TypeScript snippet of docs/guide compiles against the library',
  prove() {
    const folder = mkdtempSync(join(tmpdir(), 'cdk-dockerrun-'));
    try {
      const snippets = readdirSync(GUIDE).filter((page) => page.endsWith('.md')).sort().flatMap(snippetsIn);
      const [fixture] = readFileSync(FIXTURE, 'utf8').split('/// here');
      writeFileSync(join(folder, 'fixture.d.ts'), fixture);
      for (const { name, code } of snippets) writeFileSync(join(folder, `${name}.ts`), `export {};\n${code}`);
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configOf(resolve('.'))));
      run('tsc', ['--project', folder]);
      return `${snippets.length} snippets`;
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function snippetsIn(page: string): Snippet[] {
  const text = readFileSync(join(GUIDE, page), 'utf8');
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ index, 1: code }) => ({
    name: `${page.replace('.md', '')}-${text.slice(0, index).split('\n').length}`, code,
  }));
}

function configOf(root: string): object {
  const modules = join(root, 'node_modules');
  return {
    compilerOptions: {
      target: 'ES2022', module: 'node16', strict: true, noEmit: true, skipLibCheck: true,
      types: ['node'], typeRoots: [join(modules, '@types')],
      paths: {
        'cdk-dockerrun': [join(root, 'lib', 'index.ts')],
        'constructs': [join(modules, 'constructs')],
        'aws-cdk-lib': [join(modules, 'aws-cdk-lib')],
        'aws-cdk-lib/*': [join(modules, 'aws-cdk-lib', '*')],
      },
    },
    include: ['*.ts'],
  };
}
