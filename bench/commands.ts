import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dockerrun } from './inputs';
import type { Extent, Programs } from './main';
import { measure, Subject } from './measure';
import { ratio, Row, whole } from './report';

const COMMAND = 'build/bundle/cdk-dockerrun.js';
const LIBRARY = join(process.cwd(), 'build/bundle/index.js');

const MEGABYTE = 1_000_000;

/** The process of Node.js by itself, with which the others are compared. */
const NOTHING = { name: 'node -e 0', args: ['-e', '0'] };

/** Importing the library, and the command line, beside a process that does nothing. */
export function commandRows({ runs, fileCounts, size }: Extent, { usage }: Programs, folder: string): Row[] {
  const sample = 'bin/sample/Dockerrun.aws.json';
  const subjects: Subject[] = [
    NOTHING,
    { name: 'require("aws-cdk-lib")', args: ['-e', 'require("aws-cdk-lib")'] },
    { name: 'require("cdk-dockerrun")', args: ['-e', `require("aws-cdk-lib");require(${JSON.stringify(LIBRARY)})`] },
    ...['check', 'plan'].map((name) => ({ name, args: [COMMAND, name, sample] })),
    { name: 'rules', args: [COMMAND, 'rules'] },
    { name: 'synth', args: [COMMAND, 'synth', sample] },
    ...ofJestFiles(),
    ...fileCounts.flatMap((count) => ofBundle(folder, count)),
    ...ofLongFile(folder, size),
  ];
  const usages = measure(subjects, runs, usage);
  const base = usages.get(NOTHING.name)!;
  return subjects.map(({ name }) => {
    const { cpu, memory } = usages.get(name)!;
    return {
      'process': name,
      'CPU': whole(cpu),
      'beyond node -e 0': whole(cpu - base.cpu),
      'to node -e 0': ratio(cpu, base.cpu),
      'memory': whole(memory),
    };
  });
}

function ofBundle(folder: string, count: number): Subject[] {
  const bundle = join(folder, `${count}-files`);
  mkdirSync(join(bundle, 'src'), { recursive: true });
  writeFileSync(join(bundle, 'Dockerrun.aws.json'), dockerrun(1));
  for (let index = 1; index < count; index++) writeFileSync(join(bundle, 'src', `${index}.txt`), `file ${index}\n`);
  return ['check', 'plan'].map((name) => ({ name: `${name} of ${count} files`, args: [COMMAND, name, bundle] }));
}

/** A user's test of a template, with this library and with another. */
function ofJestFiles(): Subject[] {
  const folder = join('build', 'bench', 'jest');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "bench", "private": true }');
  const makers = {
    'jest file of EcsEnvironment': `
      const { Dockerrun, EcsEnvironment } = require('../../bundle/index.js');
      const dockerrun = Dockerrun.fromString(${JSON.stringify(dockerrun(1))});
      const make = (stack) => new EcsEnvironment(stack, 'E', { dockerrun });`,
    'jest file of ecs-patterns': `
      const { ContainerImage } = require('aws-cdk-lib/aws-ecs');
      const { ApplicationLoadBalancedFargateService: Service } = require('aws-cdk-lib/aws-ecs-patterns');
      const taskImageOptions = { image: ContainerImage.fromRegistry('a') };
      const make = (stack) => new Service(stack, 'S', { taskImageOptions });`,
  };
  return Object.entries(makers).map(([name, maker]) => {
    const file = `${name.split(' ').at(-1)}.test.js`;
    writeFileSync(join(folder, file), `
      const { App, Stack } = require('aws-cdk-lib');
      const { Template } = require('aws-cdk-lib/assertions');
      ${maker}
      test('service', () => {
        const stack = new Stack(new App(), 'Shop');
        make(stack);
        Template.fromStack(stack).resourceCountIs('AWS::ECS::Service', 1);
      });`);
    const config = JSON.stringify({ rootDir: join(process.cwd(), folder), transform: {} });
    return { name, args: ['node_modules/jest/bin/jest.js', '--runInBand', '--config', config, '--', file] };
  });
}

function ofLongFile(folder: string, size: number): Subject[] {
  const file = join(folder, 'long.json');
  writeFileSync(file, dockerrun(10, size * MEGABYTE / 10));
  const parse = `JSON.parse(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8"))`;
  return [
    { name: `JSON.parse of ${size} MB`, args: ['-e', parse] },
    { name: `check of ${size} MB`, args: [COMMAND, 'check', file], mayFind: true },
  ];
}
