import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { App, Stack } from 'aws-cdk-lib/core';
import { BeanstalkEnvironment, EcsEnvironment, OptionSettings, SourceBundle } from '../../lib';
import { run } from '../cli/helpers';

const CONSTRUCTS = { ecs: EcsEnvironment, beanstalk: BeanstalkEnvironment };

export type Target = keyof typeof CONSTRUCTS;
export const TARGETS: readonly Target[] = ['ecs', 'beanstalk'];

/** The plan as an object, or the codes of the errors that stand in its way. */
export type Way = { readonly plan: object } | { readonly errors: string | readonly string[] };

const unique = (codes: readonly string[]) => [...new Set(codes)].sort();
const codesIn = (message: string) => [...message.matchAll(/^error (DR\d{4}) /gm)].map(([, code]) => code);

/** The codes of the errors with which something is refused. */
function codesOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    return codesIn((error as Error).message);
  }
}

/** What a construct makes of a folder, or the doors before it refuse. */
export function byConstruct(folder: string, target: Target, instanceType?: string): Way {
  const [bundle, options] = [SourceBundle, OptionSettings].map((door) => codesOf(() => door.fromDirectory(folder)));
  if (bundle.length > 0) return { errors: unique([...bundle, ...options]) };
  try {
    const made = new CONSTRUCTS[target](new Stack(new App(), 'Stack'), 'Environment', {
      sourceBundle: SourceBundle.fromDirectory(folder),
      optionSettings: options.length > 0 ? undefined : OptionSettings.fromDirectory(folder),
      instanceType: instanceType === undefined ? undefined : new ec2.InstanceType(instanceType),
    });
    return { plan: JSON.parse(made.plan.toJson()) };
  } catch (error) {
    const { message } = error as Error;
    const codes = codesIn(message);
    return { errors: codes.length > 0 ? unique([...codes, ...options]) : message };
  }
}

/** What the command line says of it. */
export function byCommand(folder: string, target: Target, instanceType?: string): Way {
  const type = instanceType === undefined ? [] : ['--instance-type', instanceType];
  const { code, out } = run(['plan', folder, '--json', '--target', target, ...type]);
  if (code === 0) {
    const { optionSettings, ...plan } = JSON.parse(out);
    return { plan };
  }
  const { findings } = JSON.parse(run(['check', folder, '--json', '--target', target]).out) as {
    findings: { code: string; severity: string }[];
  };
  return { errors: unique(findings.filter(({ severity }) => severity === 'error').map(({ code: own }) => own)) };
}
