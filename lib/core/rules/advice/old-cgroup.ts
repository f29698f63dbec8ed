import { Severity } from '../../finding/finding';
import { trimmed } from '../host-paths';
import { SpecRule } from '../spec-rule';
import { hostVolumes } from '../volume-users';
import { quoted } from '../wording';

export const oldCgroup: SpecRule = {
  code: 'DR5013',
  name: 'old-cgroup',
  severity: Severity.WARNING,
  summary: 'Control groups are mounted from /sys/fs/cgroup.',
  reason:
    'Only Amazon Linux 1 had /cgroup. Elsewhere Docker makes an empty folder of that name, and an agent that measures '
    + 'containers there reports nothing.',
  link: 'https://docs.aws.amazon.com/linux/al2023/ug/cgroupv2.html',
  fields: ['volumes[].host.sourcePath'],
  check(spec, { at, report }) {
    for (const { volume, sourcePath } of hostVolumes(spec)) {
      const path = trimmed(sourcePath);
      if (path !== '/cgroup' && !path.startsWith('/cgroup/')) continue;
      report(
        at(volume, 'host', 'sourcePath'), `must be a path that the instance has, got ${quoted(sourcePath)}.`,
        `Write "/sys/fs${sourcePath}", and use a version of the agent that knows cgroup v2.`,
      );
    }
  },
};
