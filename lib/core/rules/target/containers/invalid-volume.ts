import { Severity } from '../../../finding/finding';
import { VolumeSettings } from '../../../settings/containers/containers';
import { TargetRule } from '../target-rule';

export const invalidVolume: TargetRule = {
  code: 'DR4114',
  name: 'invalid-volume',
  severity: Severity.ERROR,
  summary: 'The replacement of a volume can be mounted.',
  reason:
    'Amazon ECS takes absolute paths, and no folder beside an access point, which has one of its own; Bottlerocket '
    + 'mounts no encrypted file system.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
  fields: [],
  concerns: 'task',
  target: 'ecs',
  check(spec, { volumes = {}, machineImage }, { at, report }) {
    for (const [name, volume] of Object.entries(volumes)) {
      const path = pathOf(volume);
      if (path !== undefined && !path.startsWith('/')) {
        report(
          at(spec), `volumes.${name} must have an absolute path, got ${JSON.stringify(path)}.`,
          `Write ${JSON.stringify(`/${path}`)}.`, [`volumes.${name}`],
        );
      }
      if (volume.kind !== 'efs') continue;
      if (volume.accessPoint && volume.rootDirectory !== '/') {
        report(
          at(spec),
          `volumes.${name} must have no rootDirectory beside an accessPoint, got `
            + `${JSON.stringify(volume.rootDirectory)}.`,
          'Leave rootDirectory out, or give the path to the access point.', [`volumes.${name}`],
        );
      }
      if (machineImage === 'bottlerocket') {
        report(
          at(spec),
          `volumes.${name} must not be DockerrunVolume.efs with machineImage: CapacityImage.bottlerocket(), which `
            + 'mounts '
            + 'no encrypted file system.',
          'Set machineImage: CapacityImage.ecsOptimized().',
          [`volumes.${name}`, 'machineImage'],
        );
      }
    }
  },
};

function pathOf(volume: VolumeSettings): string | undefined {
  return volume.kind === 'host' ? volume.sourcePath : volume.kind === 'efs' ? volume.rootDirectory : undefined;
}
