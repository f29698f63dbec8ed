import { Severity } from '../../finding/finding';
import { didYouMean, oneOf } from '../../finding/suggest';
import { logVolumeOwner } from '../../spec/log-volumes';
import { SpecRule } from '../spec-rule';

export const undefinedVolume: SpecRule = {
  code: 'DR3002',
  name: 'undefined-volume',
  severity: Severity.ERROR,
  summary: 'Every mount point names a volume that is declared under "volumes", or an awseb-logs volume.',
  reason: 'Amazon ECS refuses a task definition whose mount points name an unknown volume.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['containerDefinitions[].mountPoints[].sourceVolume'],
  check(spec, { at, report }) {
    const declared = spec.volumes.flatMap((volume) => volume.name ?? []);
    for (const mount of spec.containers.flatMap((container) => container.mountPoints ?? [])) {
      const name = mount.sourceVolume;
      if (name === undefined || declared.includes(name) || logVolumeOwner(name) !== undefined) continue;
      const hint = didYouMean(name, declared).trim() || `Declare it: "volumes": [ { "name": ${JSON.stringify(name)}, "host": { "sourcePath": "/…" } } ].`;
      report(at(mount, 'sourceVolume'), `must name a declared volume (${oneOf(declared)}), got ${JSON.stringify(name)}.`, hint);
    }
  },
};
