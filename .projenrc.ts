import { awscdk, javascript, typescript } from 'projen';

/** Everything compiled goes here; `dist` belongs to jsii-pacmak. */
const BUILD = 'build';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-dockerrun',
  description: 'Your Dockerrun.aws.json as a CDK stack: every decision explained, nothing lost',
  author: 'cdk-dockerrun contributors',
  authorAddress: 'cdk-dockerrun@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk-dockerrun/cdk-dockerrun.git',
  defaultReleaseBranch: 'main',
  license: 'Apache-2.0',
  stability: 'experimental',
  keywords: ['aws', 'awscdk', 'ecs', 'elastic-beanstalk', 'dockerrun', 'multicontainer'],

  cdkVersion: '2.276.0',
  cdkCliVersion: '2.1148.1',
  constructsVersion: '10.5.1',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.3',
  minNodeVersion: '20.16.0',
  workflowNodeVersion: 'lts/*',
  projenVersion: '0.103.25',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  runner: typescript.TypeScriptRunner.tsx(),
  sampleCode: false,

  srcdir: 'lib',
  libdir: `${BUILD}/lib`,
  entrypoint: `${BUILD}/lib/index.js`,
  tsconfig: {
    compilerOptions: { rootDir: '.', outDir: BUILD, types: ['node'] },
    include: ['bin/**/*.ts'],
  },
  tsconfigDev: { compilerOptions: { types: ['node', 'jest'] }, include: ['examples/**/*.ts', 'bench/**/*.ts'] },
  bin: { 'cdk-dockerrun': `${BUILD}/bin/cdk-dockerrun.js` },

  deps: ['jsonc-parser@3.3.1'],
  bundledDeps: ['jsonc-parser'],
  devDeps: ['aws-cdk@2.1148.1', 'cdk-nag@3.0.2', 'fast-check@^4'],

  typecheckTests: true,
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    junitReporting: false,
    jestConfig: {
      collectCoverage: false,
      additionalOptions: { setupFiles: ['<rootDir>/test/setup.ts'], setupFilesAfterEnv: ['<rootDir>/test/golden.ts'] },
    },
  },
  eslintOptions: {
    dirs: ['lib', 'bin'],
    devdirs: ['test', 'examples', 'bench'],
    commandOptions: { fix: false },
  },

  publishToPypi: { distName: 'cdk-dockerrun', module: 'cdk_dockerrun' },
  publishToMaven: { javaPackage: 'io.github.cdkdockerrun', mavenGroupId: 'io.github.cdk-dockerrun', mavenArtifactId: 'cdk-dockerrun' },
  publishToNuget: { dotNetNamespace: 'CdkDockerrun', packageId: 'CdkDockerrun' },
  publishToGo: { moduleName: 'github.com/cdk-dockerrun/cdk-dockerrun-go', packageName: 'cdkdockerrun' },

  github: false,
  release: false,
  depsUpgrade: false,

  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  singletonLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,
  integrationTestAutoDiscover: false,

  gitignore: [`/${BUILD}/`, '/cdk.out/', '/cdk.context.json', '.jsii.tabl.json', '/.cdk.staging/', '/.venv/'],
});

project.package.addPackageResolutions('unrs-resolver@1.12.2');
project.package.addField('allowScripts', { '@parcel/watcher': false, 'esbuild': false, 'unrs-resolver': false });
project.package.addVersion('0.1.0');
project.package.addField('files', ['.jsii', 'API.md', `${BUILD}/lib`, `${BUILD}/bin/cdk-dockerrun.js`]);
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
project.packageTask.reset();
project.packageTask.spawn(project.tasks.tryFind('package:js')!);
project.preCompileTask.exec(`rm -rf ${BUILD}`);

project.synth();
