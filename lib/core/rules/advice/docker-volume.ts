import { Severity } from '../../finding/finding';
import { inBundle, namesDockerVolume } from '../host-paths';
import { SpecRule } from '../spec-rule';
import { hostVolumes } from '../volume-users';
import { labels, quoted } from '../wording';

export const dockerVolume: SpecRule = {
  code: 'DR5010',
  name: 'docker-volume',
  severity: Severity.WARNING,
  summary: 'No container keeps data in a volume that Docker makes on its instance.',
  reason:
    'Docker takes a host path without "/" for the name of a volume of its own. Each instance has another, which is '
    + 'empty at first and gone with the instance.',
  link: 'https://docs.docker.com/engine/storage/volumes/',
  fields: ['volumes[].host.sourcePath'],
  check(spec, { at, report }) {
    for (const { volume, sourcePath, mountedBy } of hostVolumes(spec)) {
      if (!namesDockerVolume(sourcePath)) continue;
      report(
        at(volume, 'host', 'sourcePath'),
        `is the name of a volume of Docker, which is lost with the instance, got ${quoted(sourcePath)} for `
          + `${labels(mountedBy, at)}.`,
        'Keep data in EFS, S3 or a database. If a folder of the source bundle is meant, write its path, '
          + `"${inBundle(sourcePath)}".`,
      );
    }
  },
};
