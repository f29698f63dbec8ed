import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib/core';
import { EcsSettings, known, ListenerSettings } from '../core/settings/settings';
import { Dockerrun } from '../dockerrun';
import { EcsEnvironment } from '../ecs/ecs-environment';
import { DockerrunListener } from '../ecs/listener-props';
import { Args } from './args';

/** The CloudFormation template of a stack with one environment. The text must have no errors. */
export function template(text: string, { stack: stackName, strict, substitutions }: Args, settings: EcsSettings): object {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk-dockerrun-'));
  try {
    const app = new App({ outdir, analyticsReporting: false });
    const stack = new Stack(app, stackName, { synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) });
    new EcsEnvironment(stack, 'Environment', {
      dockerrun: Dockerrun.fromString(text, { strict, substitutions }),
      networkMode: settings.networkMode as ecs.NetworkMode | undefined,
      listeners: settings.listeners?.map(toListener),
      instanceType: instanceTypeOf(settings),
    });
    return app.synth().getStackByName(stack.stackName).template as object;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** On the command line it is never a token. */
function instanceTypeOf({ instanceType }: EcsSettings): ec2.InstanceType | undefined {
  const name = known(instanceType);
  return name === undefined ? undefined : new ec2.InstanceType(name);
}

function toListener({ port, protocol, instancePort, containerName, containerPort }: ListenerSettings): DockerrunListener {
  return { port, protocol: protocol as elbv2.Protocol | undefined, instancePort, containerName, containerPort };
}
