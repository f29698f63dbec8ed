import { Severity } from '../../../finding/finding';
import { chosenType } from '../../../settings/instances/types/chosen-types';
import { Architecture } from '../../../settings/instances/types/families';
import { architectureOf } from '../../../settings/instances/types/instance-type';
import { parseImage } from '../../image-reference';
import { label } from '../../wording';
import { TargetRule } from '../target-rule';

/** The words that stand for an architecture in the organization or at the end of the tag of an image. */
const WORDS: readonly (readonly [RegExp, Architecture])[] = [
  [/^(?:arm64v8|arm64|aarch64)$/, 'arm64'],
  [/^(?:amd64|x86_64|x86-64)$/, 'x86_64'],
];

export const imageArchitecture: TargetRule = {
  code: 'DR4066',
  name: 'image-architecture',
  severity: Severity.WARNING,
  summary: 'Images are for the architecture of the instances.',
  reason: 'A container of another architecture ends with "exec format error" as soon as it starts.',
  link: 'https://docs.docker.com/build/building/multi-platform/',
  fields: ['containerDefinitions[].image'],
  concerns: 'service',
  check({ containers }, settings, { at, report }) {
    const type = chosenType(settings);
    if (type === undefined) return;
    const architecture = architectureOf(type);
    for (const container of containers) {
      const isReplaced = settings.images?.includes(container.name ?? '');
      const named = isReplaced ? undefined : namedIn(container.image);
      if (named === undefined || named === architecture) continue;
      report(at(container, 'image'), `of ${label(container, at)} names ${named}, but ${type} is ${architecture}.`,
        `Name an image for ${architecture} or for several architectures, or set instanceType to a type of ${named}.`,
        ['instanceType']);
    }
  },
};

/** The architecture that the name of an image speaks of: `arm64v8/nginx`, `web:1.2-amd64`. */
function namedIn(image: string | undefined): Architecture | undefined {
  const reference = image === undefined ? undefined : parseImage(image);
  const organization = reference?.repository.split('/')[0];
  const ending = reference?.tag && /(?:^|[-_.])(arm64v8|arm64|aarch64|amd64|x86_64|x86-64)$/.exec(reference.tag)?.[1];
  return WORDS.find(([words]) => [organization, ending].some((word) => word !== undefined && words.test(word)))?.[1];
}
