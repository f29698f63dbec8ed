import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

export const unmountedVolume: SpecRule = {
  code: 'DR3005',
  name: 'unmounted-volume',
  severity: Severity.WARNING,
  summary: 'Every declared volume is mounted by a container.',
  reason: 'A volume that nobody mounts does no harm, but is usually a mount point that was forgotten or misspelt.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['volumes[].name'],
  check(spec, { at, report }) {
    const mounted = new Set(
      spec.containers.flatMap((container) => container.mountPoints ?? []).map((mount) => mount.sourceVolume),
    );
    for (const volume of spec.volumes) {
      if (volume.name === undefined || mounted.has(volume.name)) continue;
      report(
        at(volume, 'name'),
        `must be mounted by a container, got "${volume.name}", which is mounted by none.`,
        `Remove the volume, or mount it: "mountPoints": [ { "sourceVolume": "${volume.name}", "containerPath": `
          + '"/…" } ].',
      );
    }
  },
};
