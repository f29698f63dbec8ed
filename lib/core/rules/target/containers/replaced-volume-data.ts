import { Severity } from '../../../finding/finding';
import { isSystemPath } from '../../host-paths';
import { labels } from '../../wording';
import { TargetRule } from '../target-rule';

export const replacedVolumeData: TargetRule = {
  code: 'DR4115',
  name: 'replaced-volume-data',
  severity: Severity.WARNING,
  summary: 'Data that containers write to a replaced volume outlives the instance.',
  reason: 'A path of an instance and a volume of Docker are lost with the instance, and no other instance sees them.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html',
  fields: ['containerDefinitions[].mountPoints[].readOnly'],
  concerns: 'task',
  target: 'ecs',
  check(spec, { volumes = {} }, { at, report }) {
    for (const [name, volume] of Object.entries(volumes)) {
      if (volume.kind === 'efs' || (volume.kind === 'host' && isSystemPath(volume.sourcePath))) continue;
      const writers = spec.containers.filter(({ mountPoints = [] }) =>
        mountPoints.some(({ sourceVolume, readOnly }) => sourceVolume === name && readOnly !== true));
      if (writers.length === 0) continue;
      report(
        at(spec),
        `volumes.${name} must not hold data, which is lost with the instance; ${labels(writers, at)} may write there.`,
        'Set DockerrunVolume.efs(…) to keep it, or write "readOnly": true in the mount point.', [`volumes.${name}`],
      );
    }
  },
};
