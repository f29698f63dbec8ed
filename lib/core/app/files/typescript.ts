import { AppFile, AppModel, kebab } from '../model';

/** What a new app is written for: the versions that this library is tested with. */
export const VERSIONS = {
  'aws-cdk-lib': '2.276.0',
  'constructs': '10.5.1',
  'aws-cdk': '2.1148.1',
  'jest': '30.5.2',
  '@types/jest': '30.0.0',
  '@types/node': '20.19.43',
  'ts-jest': '29.4.15',
  'tsx': '4.23.15',
  'typescript': '6.0.3',
} as const;

const { 'aws-cdk-lib': cdk, constructs, ...TOOLS } = VERSIONS;

/** What an app in TypeScript has beside its code. */
export function typescriptProject({ name }: AppModel, version: string): AppFile[] {
  const file = kebab(name);
  return [
    { path: `test/${file}-stack.test.ts`, text: testOf(name) },
    { path: 'package.json', text: json(packageOf(file, version)) },
    { path: 'tsconfig.json', text: json(TSCONFIG) },
    { path: 'jest.config.js', text: JEST },
    { path: 'cdk.json', text: json({ app: `npx tsx bin/${file}.ts` }) },
    { path: '.gitignore', text: 'node_modules/\ncdk.out/\n' },
  ];
}

function testOf(name: string): string {
  return `import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ${name}Stack } from '../lib/${kebab(name)}-stack';

const stack = new ${name}Stack(new App(), '${name}');

// The first run writes the template to __snapshots__. When a change is meant, \`npx jest -u\` accepts it.
test('the template is as it was', () => {
  expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
});
`;
}

function packageOf(file: string, version: string): object {
  return {
    name: `${file}-cdk`,
    version: '0.1.0',
    private: true,
    scripts: { build: 'tsc', test: 'jest', cdk: 'cdk' },
    dependencies: { 'aws-cdk-lib': `^${cdk}`, 'cdk-dockerrun': `^${version}`, 'constructs': `^${constructs}` },
    devDependencies: Object.fromEntries(
      Object.entries(TOOLS).map(([tool, own]) => [tool, `^${own}`]).sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
  };
}

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'node16',
    strict: true,
    noEmit: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    skipLibCheck: true,
    types: ['node', 'jest'],
  },
  include: ['bin', 'lib', 'test'],
};

const JEST = `module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\\\.ts$': 'ts-jest' },
};
`;

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
