import { Severity } from '../../finding/finding';
import { logVolumeOwner } from '../../spec/log-volumes';
import { Candidates } from '../candidates';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const undefinedVolume: SpecRule = {
  code: 'DR3002',
  name: 'undefined-volume',
  severity: Severity.ERROR,
  summary: 'Every mount point names a volume that is declared under "volumes", or an awseb-logs volume.',
  reason: 'Amazon ECS refuses a task definition whose mount points name an unknown volume.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['containerDefinitions[].mountPoints[].sourceVolume'],
  check(spec, { at, report }) {
    const declared = new Candidates(spec.volumes.map((volume) => volume.name));
    for (const mount of spec.containers.flatMap((container) => container.mountPoints ?? [])) {
      const name = mount.sourceVolume;
      if (name === undefined || declared.has(name) || logVolumeOwner(name) !== undefined) continue;
      report(
        at(mount, 'sourceVolume'), `must name a declared volume (${declared}), got ${quoted(name)}.`,
        declared.hint(name, declaration(name)),
      );
    }
  },
};

/** A path is no name of a volume. */
function declaration(name: string): string {
  const own = name.replace(/^\W+|\W+$/g, '').replace(/\W+/g, '-');
  if (!name.startsWith('/') || own === '') {
    return `Declare it: "volumes": [ { "name": ${quoted(name)}, "host": { "sourcePath": "/…" } } ].`;
  }
  const volume = `{ "name": "${own}", "host": { "sourcePath": ${quoted(name)} } }`;
  return `Declare it: "volumes": [ ${volume} ], and write "sourceVolume": "${own}".`;
}
