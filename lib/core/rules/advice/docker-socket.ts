import { Severity } from '../../finding/finding';
import { isDockerSocket } from '../host-paths';
import { SpecRule } from '../spec-rule';
import { hostVolumes } from '../volume-users';
import { labels, quoted } from '../wording';

export const dockerSocket: SpecRule = {
  code: 'DR5005',
  name: 'docker-socket',
  severity: Severity.WARNING,
  summary: 'No container mounts the socket of Docker.',
  reason:
    'Whoever reaches the socket can start any container with any rights, which is root on the instance; a read-only '
    + 'mount does not prevent it.',
  link: 'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
  fields: ['volumes[].host.sourcePath'],
  check(spec, { at, report }) {
    for (const { volume, sourcePath, mountedBy } of hostVolumes(spec)) {
      if (!isDockerSocket(sourcePath)) continue;
      report(
        at(volume, 'host', 'sourcePath'),
        `must not give ${labels(mountedBy, at)} control of the instance, got ${quoted(sourcePath)}.`,
        'Remove the volume and its mount points; use the ECS task metadata endpoint for facts about containers, and a '
          + 'log driver for their logs.',
      );
    }
  },
};
