import * as ecs from 'aws-cdk-lib/aws-ecs';
import { VolumePlan } from '../../../core/plan/ecs/plan';
import { DockerrunVolume } from '../../volume';

/** A planned volume as the CDK takes it. The file system behind it, if the user brings one, is in `brought`. */
export function toVolume(plan: VolumePlan, brought: { readonly [name: string]: DockerrunVolume } = {}): ecs.Volume {
  const { name } = plan;
  switch (plan.kind) {
    case 'host': return { name, host: { sourcePath: plan.sourcePath } };
    case 'scratch': return { name, host: {} };
    case 'docker': return { name, dockerVolumeConfiguration: dockerVolume(plan.configuration) };
    case 'file-system': return { name, efsVolumeConfiguration: fileSystem(plan.rootDirectory, brought[name]) };
    case 'efs': return { name, efsVolumeConfiguration: efsVolume(plan.configuration) };
  }
}

function dockerVolume({
  driver, scope, ...rest
}: Extract<VolumePlan, { kind: 'docker' }>['configuration']): ecs.DockerVolumeConfiguration {
  return { ...rest, driver: driver ?? 'local', scope: scope === 'shared' ? ecs.Scope.SHARED : ecs.Scope.TASK };
}

function efsVolume({
  fileSystemId = '', ...rest
}: Extract<VolumePlan, { kind: 'efs' }>['configuration']): ecs.EfsVolumeConfiguration {
  return { fileSystemId, ...rest };
}

function fileSystem(rootDirectory: string, { _fileSystem, _accessPoint }: DockerrunVolume): ecs.EfsVolumeConfiguration {
  return {
    fileSystemId: _fileSystem!.fileSystemId,
    rootDirectory: _accessPoint ? undefined : rootDirectory,
    transitEncryption: 'ENABLED',
    authorizationConfig: { accessPointId: _accessPoint?.accessPointId, iam: 'ENABLED' },
  };
}
