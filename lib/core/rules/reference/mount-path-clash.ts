import { Severity } from '../../finding/finding';
import { trimmed } from '../host-paths';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const mountPathClash: SpecRule = {
  code: 'DR3006',
  name: 'mount-path-clash',
  severity: Severity.ERROR,
  summary: 'No container mounts two volumes on the same path.',
  reason: 'Docker refuses to create the container: "Duplicate mount point".',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_storage_ec2',
  fields: [
    'containerDefinitions[].mountPoints[].containerPath',
    'containerDefinitions[].linuxParameters.tmpfs[].containerPath',
  ],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      const first = new Map<string, string>();
      for (const mount of [...(container.mountPoints ?? []), ...(container.linuxParameters?.tmpfs ?? [])]) {
        if (mount.containerPath === undefined) continue;
        const path = trimmed(mount.containerPath);
        const other = first.get(path);
        if (other === undefined) {
          first.set(path, at(mount).path);
        } else {
          report(
            at(mount, 'containerPath'),
            `must not be mounted twice, got ${quoted(mount.containerPath)}, as in ${other}.`,
            'Remove one of the two mounts, or give it a path of its own.',
          );
        }
      }
    }
  },
};
