import { Severity } from '../../../finding/finding';
import { replacementOf } from '../../../settings/containers/containers';
import { isInBundle } from '../../host-paths';
import { TargetRule } from '../target-rule';

export const bundleVolume: TargetRule = {
  code: 'DR4006',
  name: 'bundle-volume',
  severity: Severity.WARNING,
  summary: 'No volume shows a folder of the source bundle.',
  reason:
    'The bundle is unpacked to /var/app/current on each instance; without the prop `sourceBundle` there is none, and '
    + 'Docker makes an empty folder instead.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['volumes[].host.sourcePath'],
  concerns: 'task',
  check(spec, { sourceBundle, volumes }, { at, report }) {
    if (sourceBundle) return;
    for (const volume of spec.volumes) {
      const sourcePath = volume.host?.sourcePath;
      if (sourcePath === undefined || !isInBundle(sourcePath) || replacementOf(volume.name, volumes)) continue;
      report(
        at(volume, 'host', 'sourcePath'),
        `is a folder of the source bundle and will be empty on the instances, got "${sourcePath}".`,
        `Set sourceBundle: SourceBundle.fromDirectory(…), or copy the files of the volume "${volume.name}" into the `
          + 'image of the container that mounts it.', ['sourceBundle'],
      );
    }
  },
};
