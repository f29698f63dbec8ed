import { Severity } from '../../finding/finding';
import { table } from '../../finding/table';
import { VolumeSpec } from '../../spec/model';
import { SpecRule } from '../spec-rule';
import { shownBy } from '../wording';

const KINDS = table<(volume: VolumeSpec) => boolean>({
  'host.sourcePath': (volume) => Boolean(volume.host?.sourcePath),
  'dockerVolumeConfiguration': (volume) => volume.dockerVolumeConfiguration !== undefined,
  'efsVolumeConfiguration': (volume) => volume.efsVolumeConfiguration !== undefined,
});

export const volumeKind: SpecRule = {
  code: 'DR2113',
  name: 'volume-kind',
  severity: Severity.ERROR,
  summary: 'Every volume is of one kind: a host path, a Docker volume or an EFS file system.',
  reason: 'Amazon ECS refuses a volume with more than one configuration.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#volumes_ec2',
  fields: ['volumes[].host', 'volumes[].dockerVolumeConfiguration', 'volumes[].efsVolumeConfiguration'],
  check(spec, { at, report }) {
    for (const volume of spec.volumes) {
      const kinds = Object.keys(KINDS).filter((kind) => KINDS[kind](volume));
      if (kinds.length <= 1) continue;
      report(
        shownBy(at, volume, 'name'), `must be of one kind, got ${kinds.join(' and ')}.`,
        'Keep one of them; what is needed, too, becomes a volume with a name and mount points of its own.',
      );
    }
  },
};
