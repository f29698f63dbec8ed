import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import {
  BeanstalkEnvironment, BeanstalkPlatform, EcsEnvironment, KnownFindings, SourceBundle, WorkerConsumer,
} from '../../lib';
import { Beside, Sample, SAMPLES } from './sample-options';

const CONSTRUCTS = { ecs: EcsEnvironment, beanstalk: BeanstalkEnvironment };
export type Target = keyof typeof CONSTRUCTS;

/** Together with other options, a template would be another one for these. */
const APART: readonly RegExp[] = [
  /^aws:elb:/,
  /launchconfiguration InstanceType$/,
  /Application Healthcheck URL/,
  /EnvironmentType/,
  /LoadBalancerType/,
  /trafficsplitting|DeploymentPolicy|BatchSize/,
  /:sqsd /,
  /^aws:elbv2:listener:default ListenerEnabled/,
  /environmentsecrets/,
];

const FILE = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [[80, 8000], [8080, 9000]].map(([hostPort, containerPort]) => ({
    name: `on${hostPort}`, image: 'example/web:1.0', memory: 128, portMappings: [{ hostPort, containerPort }],
  })),
});

const keyOf = ([namespace, name]: Beside) => `${namespace} ${name}`;

/** A stack without an account has two zones, and cfn-lint knows how long ids are. */
function fitting(value: string): string {
  return value.replace(/^Any 3$/, 'Any 2').replace(/\bsubnet-(\d)\b/g, 'subnet-0123456789abcdef$1');
}

/** Lists of options without two values for one of them: as few as the catalogue allows, and all samples. */
export function sets(): Beside[][] {
  const made: Map<string, Beside>[] = [];
  for (const [name, { namespace, optionName, value, beside }] of SAMPLES as readonly (readonly [string, Sample])[]) {
    const all: readonly Beside[] = [[namespace, optionName, value], ...beside];
    const own = all.map(([where, option, text]): Beside => [where, option, fitting(text)]);
    const isApart = APART.some((pattern) => pattern.test(name));
    const fits = (set: Map<string, Beside>) => own.every((one) => (set.get(keyOf(one)) ?? one)[2] === one[2]);
    const set = (isApart ? undefined : made.find(fits)) ?? new Map<string, Beside>();
    if (!isApart && !made.includes(set)) made.push(set);
    if (isApart) made.unshift(set);
    for (const one of own) set.set(keyOf(one), one);
  }
  return made.map((set) => [...set.values()]);
}

const folders: string[] = [];
process.once('exit', () => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

/** A bundle with a file that sets the options. Its folder is gone when the process ends. */
export function bundleOf(settings: readonly Beside[]): SourceBundle {
  const option_settings = settings.map(([namespace, option_name, value]) => ({
    namespace, option_name, value, ...namespace.includes('scheduledaction') && { resource_name: 'Own' },
  }));
  const path = mkdtempSync(join(tmpdir(), 'every-option-'));
  folders.push(path);
  mkdirSync(join(path, '.ebextensions'));
  writeFileSync(join(path, 'Dockerrun.aws.json'), FILE);
  writeFileSync(join(path, '.ebextensions', '01.config'), JSON.stringify({ option_settings }));
  return SourceBundle.fromDirectory(path);
}

/** The environment in a stack of its own; nothing when it is refused. */
export function make(target: Target, settings: readonly Beside[], app = new App(), name = 'Test'): Stack | undefined {
  const stack = new Stack(app, name);
  const isWorker = settings.some(([namespace]) => namespace.endsWith(':sqsd'));
  const daemon = target === 'ecs' ? WorkerConsumer.polls() : WorkerConsumer.daemon();
  const platform = target === 'beanstalk' ? { platform: BeanstalkPlatform.ecsAl2023('4.5.0') } : {};
  try {
    new CONSTRUCTS[target](stack, 'Shop', {
      sourceBundle: bundleOf(settings), ...(isWorker && { worker: { consumer: daemon } }), ...platform,
    });
    return stack;
  } catch {
    app.node.tryRemoveChild(name);
    return undefined;
  }
}

/** An app with a template of each target for each set. */
export function largestSets(count: number): App {
  const app = new App();
  KnownFindings.acknowledge(app);
  for (const target of ['ecs', 'beanstalk'] as const) {
    const largest = [...sets()].sort((one, other) => other.length - one.length).slice(0, count);
    largest.forEach((set, at) => make(target, set, app, `${target}${at}`));
  }
  return app;
}
