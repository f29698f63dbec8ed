import { resolve } from 'node:path';
import { NetworkMode, Platform } from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { BuildPlan } from '../core/plan/ecs/plan';

const PLATFORMS = { 'linux/amd64': Platform.LINUX_AMD64, 'linux/arm64': Platform.LINUX_ARM64 } as const;

/** An image that a compose file builds, with paths of the folder of that file. */
export function builtImage(build: BuildPlan, folder: string): ecs.ContainerImage {
  const { context, dockerfile: file, target, args, networkMode, platform } = build;
  return ecs.ContainerImage.fromAsset(resolve(folder, context), {
    file, target, buildArgs: { ...args }, platform: PLATFORMS[platform],
    networkMode: networkMode === undefined ? undefined : NetworkMode.custom(networkMode),
  });
}
