import { Severity } from '../../finding/finding';
import { isDockerSocket, isInBundle, isSystemPath } from '../host-paths';
import { SpecRule } from '../spec-rule';
import { hostVolumes } from '../volume-users';
import { labels, quoted } from '../wording';

export const instanceData: SpecRule = {
  code: 'DR5006',
  name: 'instance-data',
  severity: Severity.WARNING,
  summary: 'No container writes to a directory of its instance.',
  reason: 'What is written there is gone when the instance is replaced, and no other instance sees it.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html',
  fields: ['volumes[].host.sourcePath', 'containerDefinitions[].mountPoints[].readOnly'],
  check(spec, { at, report }) {
    for (const { volume, sourcePath, writtenBy } of hostVolumes(spec)) {
      const isData =
        sourcePath.startsWith('/')
        && !isInBundle(sourcePath)
        && !isSystemPath(sourcePath)
        && !isDockerSocket(sourcePath);
      if (!isData || writtenBy.length === 0) continue;
      report(
        at(volume, 'host', 'sourcePath'),
        `must not hold data, which is lost with the instance, got ${quoted(sourcePath)}, where `
          + `${labels(writtenBy, at)} may write.`,
        `${spec.version === 1 ? '' : 'Write "readOnly": true in the mount point if nothing is written. '}Keep data `
          + 'in EFS, S3 or a database.',
      );
    }
  },
};
