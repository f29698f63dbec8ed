import { Severity } from '../../finding/finding';
import { parseImage } from '../image-reference';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const latestTag: SpecRule = {
  code: 'DR5003',
  name: 'latest-tag',
  severity: Severity.INFO,
  summary: 'Every image has a digest or a tag other than "latest".',
  reason:
    'What "latest" means changes with every push, so a deployment brings in whatever was pushed last, and going back '
    + 'is impossible.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-considerations.html',
  fields: ['containerDefinitions[].image'],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      const { image = '' } = container;
      const parsed = parseImage(image);
      if (!parsed || parsed.digest !== undefined || (parsed.tag ?? 'latest') !== 'latest') continue;
      const repository = image.replace(/:latest$/, '');
      report(
        at(container, 'image'),
        `must name a fixed version, got ${quoted(image)}${parsed.tag === undefined ? ', which means "latest"' : ''}.`,
        `Write a version, such as "${repository}:1.0".`,
      );
    }
  },
};
