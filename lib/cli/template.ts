import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib/core';
import { AssetManifestArtifact, CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { branchFor, PLATFORM_MAKERS } from '../core/settings/beanstalk/platform';
import { known, ListenerSettings } from '../core/settings/settings';
import { DockerrunSpec } from '../core/spec/model';
import {
  BeanstalkEnvironment, BeanstalkEnvironmentProps, BeanstalkPlatform, Dockerrun, DockerrunListener, EcsEnvironment,
  EcsEnvironmentProps, OptionSettings, SourceBundle,
} from '../index';
import { Args, GivenSettings } from './args';
import { Input } from './input';
import { BundleSource } from './source';

/** A stack with one environment. */
export interface Synthesized {
  readonly template: object;
  /** Where it is in the output folder. */
  readonly templateFile: string;
  /** How many files or folders it needs beside the template. */
  readonly assets: number;
}

const CONSTRUCTS = { ecs: EcsEnvironment, beanstalk: BeanstalkEnvironment } as const;

/**
 * The stack of an input, which must have no errors; in the folder that the options name, or else in none that stays.
 */
export function synthesize(input: Input, args: Args): Synthesized {
  const outdir = args.output ?? mkdtempSync(join(tmpdir(), 'cdk-dockerrun-'));
  try {
    const app = new App({ outdir, analyticsReporting: false });
    const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: args.output !== undefined });
    const stack = new Stack(app, args.stack ?? 'Dockerrun', { synthesizer });
    new CONSTRUCTS[args.target](stack, 'Environment', propsOf(input, args));
    const artifact = app.synth().getStackByName(stack.stackName);
    return {
      template: artifact.template as object, templateFile: artifact.templateFullPath, assets: assetsOf(artifact),
    };
  } finally {
    if (args.output === undefined) rmSync(outdir, { recursive: true, force: true });
  }
}

function propsOf({ origin, bundle }: Input, args: Args): BeanstalkEnvironmentProps {
  const { settings: given } = args;
  return {
    dockerrun: Dockerrun._of(origin, bundle === undefined),
    networkMode: given.networkMode as ecs.NetworkMode | undefined,
    listeners: given.listeners?.map(toListener),
    instanceType: instanceTypeOf(given),
    platform: platformOf(given, origin.reading.document?.spec ?? {}),
    ...bundle && bundleProps(bundle, args),
  };
}

function bundleProps(
  bundle: BundleSource, { strict, substitutions, profiles, savedConfiguration }: Args,
): Partial<EcsEnvironmentProps> {
  const { path, isFolder } = bundle;
  const sourceBundle = isFolder
    ? SourceBundle.fromDirectory(path, { strict, substitutions, profiles: [...profiles] })
    : SourceBundle.fromZip(path, { strict, substitutions, profiles: [...profiles] });
  const reading = { strict, savedConfiguration, substitutions };
  return {
    sourceBundle,
    optionSettings: isFolder
      ? OptionSettings.fromDirectory(path, reading)
      : OptionSettings.fromSourceBundle(sourceBundle, reading),
  };
}

function platformOf(
  { beanstalk: { platform } = {} }: GivenSettings, spec: Pick<DockerrunSpec, 'source'>,
): BeanstalkPlatform | undefined {
  const version = known(platform?.version);
  return version === undefined ? undefined : BeanstalkPlatform[PLATFORM_MAKERS[branchFor(spec)]](version);
}

/** On the command line it is never a token. */
function instanceTypeOf({ instanceType }: GivenSettings): ec2.InstanceType | undefined {
  const name = known(instanceType);
  return name === undefined ? undefined : new ec2.InstanceType(name);
}

function toListener({
  port, protocol, instancePort, containerName, containerPort,
}: ListenerSettings): DockerrunListener {
  return { port, protocol: protocol as elbv2.Protocol | undefined, instancePort, containerName, containerPort };
}

/** The template is in the manifest too. */
function assetsOf({ dependencies, templateFile }: CloudFormationStackArtifact): number {
  const manifests = dependencies.filter((artifact) => AssetManifestArtifact.isAssetManifestArtifact(artifact));
  return manifests
    .flatMap(({ contents }) => Object.values(contents.files ?? {}))
    .filter(({ source }) => source.path !== templateFile).length;
}
