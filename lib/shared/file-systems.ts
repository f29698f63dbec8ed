import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { DockerrunVolume, VolumesProps } from '../ecs/volume';

/**
 * Lets the containers mount the file systems. Root is nobody there unless it is allowed; an access point says who they
 * are.
 */
export function grantFileSystems(role: iam.IRole, { volumes = {} }: VolumesProps): void {
  for (const { _settings: settings, _fileSystem: fileSystem, _accessPoint: accessPoint } of Object.values(volumes)) {
    if (settings.kind !== 'efs' || !fileSystem) continue;
    role.addToPrincipalPolicy(
      new iam.PolicyStatement({
        actions: [
          'elasticfilesystem:ClientMount', ...(settings.readOnly ? [] : ['elasticfilesystem:ClientWrite']),
          ...(accessPoint ? [] : ['elasticfilesystem:ClientRootAccess']),
        ],
        resources: [fileSystem.fileSystemArn],
        conditions: accessPoint && { StringEquals: { 'elasticfilesystem:AccessPointArn': accessPoint.accessPointArn } },
      }),
    );
  }
}

/** Lets the service reach the file systems, which are there before it and gone after it. */
export function openFileSystems(service: ecs.Ec2Service, { volumes = {} }: VolumesProps): void {
  for (const fileSystem of new Set(
    Object.values(volumes).flatMap(({ _fileSystem }: DockerrunVolume) => _fileSystem ?? []),
  )) {
    fileSystem.connections.allowDefaultPortFrom(service, 'Volumes of containers');
    service.node.addDependency(fileSystem.mountTargetsAvailable);
  }
}
