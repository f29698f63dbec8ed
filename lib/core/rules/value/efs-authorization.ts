import { Severity } from '../../finding/finding';
import { trimmed } from '../host-paths';
import { SpecRule } from '../spec-rule';
import { quoted, shownBy } from '../wording';

export const efsAuthorization: SpecRule = {
  code: 'DR2115',
  name: 'efs-authorization',
  severity: Severity.ERROR,
  summary:
    'An EFS volume with an access point or IAM authorization encrypts in transit, and with an access point it has no '
    + 'root directory.',
  reason: 'Amazon ECS refuses authorization without transit encryption, and the access point sets the directory.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
  fields: ['volumes[].efsVolumeConfiguration'],
  check(spec, { at, report }) {
    for (const efs of spec.volumes.flatMap((volume) => volume.efsVolumeConfiguration ?? [])) {
      const { authorizationConfig, rootDirectory, transitEncryption } = efs;
      const hasAccessPoint = authorizationConfig?.accessPointId !== undefined;
      const reason = hasAccessPoint ? 'accessPointId' : 'iam';
      if ((hasAccessPoint || authorizationConfig?.iam === 'ENABLED') && transitEncryption !== 'ENABLED') {
        report(
          shownBy(at, efs, transitEncryption === undefined ? 'fileSystemId' : 'transitEncryption'),
          `must have "transitEncryption": "ENABLED" when ${reason} is used, got ${transitEncryption ?? 'none'}.`,
          'Write "transitEncryption": "ENABLED".',
        );
      }
      if (!hasAccessPoint || !rootDirectory || trimmed(rootDirectory) === '/') continue;
      report(
        at(efs, 'rootDirectory'),
        `must be "/" when accessPointId is used, got ${quoted(rootDirectory)}.`,
        'Remove it, and set the directory in the access point.',
      );
    }
  },
};
