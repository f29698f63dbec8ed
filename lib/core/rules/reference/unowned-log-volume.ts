import { Severity } from '../../finding/finding';
import { logVolumeOwner } from '../../spec/log-volumes';
import { Candidates } from '../candidates';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const unownedLogVolume: SpecRule = {
  code: 'DR3003',
  name: 'unowned-log-volume',
  severity: Severity.ERROR,
  summary: 'Every awseb-logs volume that is mounted but not declared is that of a container in the file.',
  reason: 'Beanstalk makes one volume awseb-logs-NAME for each container NAME, and no others.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs.html',
  fields: ['containerDefinitions[].mountPoints[].sourceVolume'],
  check(spec, { at, report }) {
    const declared = new Set(spec.volumes.map((volume) => volume.name));
    const owned = new Candidates(
      spec.containers.flatMap(({ name }) => (name === undefined ? [] : [`awseb-logs-${name}`])),
    );
    for (const container of spec.containers) {
      for (const mount of container.mountPoints ?? []) {
        const name = mount.sourceVolume;
        if (name === undefined || logVolumeOwner(name) === undefined || declared.has(name) || owned.has(name)) continue;
        const own =
          container.name === undefined
            ? 'Name the log volume of this container.'
            : `Write "awseb-logs-${container.name}", the log volume of this container.`;
        report(
          at(mount, 'sourceVolume'), `must be the log volume of a container (${owned}), got ${quoted(name)}.`,
          owned.hint(name, own),
        );
      }
    }
  },
};
