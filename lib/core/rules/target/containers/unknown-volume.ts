import { Severity } from '../../../finding/finding';
import { didYouMean, oneOf } from '../../../finding/suggest';
import { impliedLogVolumes } from '../../../spec/log-volumes';
import { TargetRule } from '../target-rule';

export const unknownVolume: TargetRule = {
  code: 'DR4111',
  name: 'unknown-volume',
  severity: Severity.ERROR,
  summary: 'The prop `volumes` names volumes of the file.',
  reason: 'It says what takes the place of a volume that containers mount; a name of no volume would change nothing.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html',
  fields: ['volumes[].name'],
  concerns: 'task',
  target: 'ecs',
  check(spec, { volumes = {} }, { at, report }) {
    const names = [
      ...spec.volumes.flatMap(({ name }) => name ?? []), ...impliedLogVolumes(spec).map(({ name }) => name),
    ];
    for (const name of Object.keys(volumes).filter((candidate) => !names.includes(candidate))) {
      const known = names.length === 0 ? 'The file has no volume.' : `The file has ${oneOf(names, 'and')}.`;
      report(
        at(spec), `volumes.${name} must be the name of a volume of the file.${didYouMean(name, names)}`,
        `${known} Correct the name, or remove it.`, [`volumes.${name}`],
      );
    }
  },
};
