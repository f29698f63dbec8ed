import { join } from 'node:path';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { App, Stack } from 'aws-cdk-lib/core';
import { Dockerrun, EcsEnvironment } from '../lib';

// The app behind `npx cdk synth`: the sample, or your own file with `-c dockerrun=PATH`.
const app = new App();
const file: string = app.node.tryGetContext('dockerrun') ?? join(__dirname, 'sample', 'Dockerrun.aws.json');
const networkMode: ecs.NetworkMode | undefined = app.node.tryGetContext('networkMode');

const stack = new Stack(app, 'Shop');
new EcsEnvironment(stack, 'Environment', { dockerrun: Dockerrun.fromFile(file), networkMode });
