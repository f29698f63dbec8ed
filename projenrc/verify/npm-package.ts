import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './shell';
import { Step } from './step';

const INPUT = 'Dockerrun.aws.json';
const DOCKERRUN = {
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [
    { name: 'web', image: 'nginx:1.27', memory: 128, portMappings: [{ hostPort: 80, containerPort: 80 }] },
  ],
};
const APP = `
import { App, Stack } from 'aws-cdk-lib';
import { Dockerrun, EcsEnvironment } from 'cdk-dockerrun';

const app = new App();
new EcsEnvironment(new Stack(app, 'Shop'), 'Web', { dockerrun: Dockerrun.fromFile('${INPUT}') });
app.synth();
`;
const TSC = [
  '--strict', '--target', 'es2022', '--module', 'node16', '--types', 'node', '--skipLibCheck', 'false', 'app.ts',
];

export const npmPackage: Step = {
  name: 'package',
  claim: 'the packed library works in a new CDK app, and its command line without the CDK',
  prove() {
    const folder = mkdtempSync(join(tmpdir(), 'cdk-dockerrun-'));
    try {
      const tarball = join(folder, run('npm', ['pack', '--silent', '--pack-destination', folder]).trim());
      run('npm', ['publish', '--dry-run', tarball]);
      proveInCdkApp(newProject(join(folder, 'app')), tarball);
      proveWithoutCdk(newProject(join(folder, 'cli')), tarball);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return '';
  },
};

function proveInCdkApp(cwd: string, tarball: string): void {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const tools = ['aws-cdk-lib', 'constructs', 'typescript', '@types/node'].map(
    (name) => `${name}@${devDependencies[name]}`,
  );
  install(cwd, [tarball, ...tools]);
  writeFileSync(join(cwd, 'app.ts'), APP);
  run('npx', ['--no', '--', 'tsc', ...TSC], { cwd });
  run('node', ['app.js'], { cwd, env: { CDK_OUTDIR: 'cdk.out' } });
  const template = readFileSync(join(cwd, 'cdk.out', 'Shop.template.json'), 'utf8');
  if (!template.includes('AWS::ECS::Service')) throw new Error('The template of the new CDK app has no ECS service.');
}

function proveWithoutCdk(cwd: string, tarball: string): void {
  install(cwd, [tarball]);
  if (existsSync(join(cwd, 'node_modules', 'aws-cdk-lib'))) {
    throw new Error('npm installed aws-cdk-lib, although it is an optional peer.');
  }
  run('npx', ['--no', '--', 'cdk-dockerrun', 'check', INPUT], { cwd });
  run('npx', ['--no', '--', 'cdk-dockerrun', 'plan', INPUT], { cwd });
}

function newProject(folder: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  writeFileSync(join(folder, INPUT), JSON.stringify(DOCKERRUN));
  return folder;
}

function install(cwd: string, packages: readonly string[]): void {
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], { cwd });
}
