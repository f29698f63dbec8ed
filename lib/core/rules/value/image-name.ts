import { Severity } from '../../finding/finding';
import { MAX_IMAGE_LENGTH, parseImage } from '../image-reference';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const imageName: SpecRule = {
  code: 'DR2101',
  name: 'image-name',
  severity: Severity.ERROR,
  summary: 'Every image has the form [registry[:port]/]repository[:tag][@digest], in lower case up to the tag.',
  reason: 'Amazon ECS refuses other characters, and Docker cannot pull any other form.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_image_ec2',
  fields: ['containerDefinitions[].image'],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      const { image } = container;
      if (image === undefined || parseImage(image)) continue;
      const [must, hint] = fault(image);
      report(at(container, 'image'), `must ${must}, got ${quoted(image)}.`, hint);
    }
  },
};

const FORM = 'have the form [registry[:port]/]repository[:tag][@digest]';

/** What must hold of an image that does not, and the edit. */
function fault(image: string): [string, string] {
  if (image === '') return ['name an image', 'Build and push the image, then write "repository:tag".'];
  if (image.length > MAX_IMAGE_LENGTH) {
    return [
      `be at most ${MAX_IMAGE_LENGTH} characters long`,
      `Remove ${image.length - MAX_IMAGE_LENGTH} of ${image.length} characters.`,
    ];
  }
  const open = /[<{[].*[>}\]]|[$#%<>{}[\]][^/:]*/.exec(image)?.[0];
  if (open !== undefined) return ['be complete', `Write the value in place of ${quoted(open)}.`];
  if (/\s/.test(image)) {
    return [
      'have no spaces',
      parseImage(image.trim())
        ? `Write "${image.trim()}".`
        : 'Write the name of the image as it is pushed: "repository:tag".',
    ];
  }
  const scheme = /^https?:\/\//i.exec(image)?.[0];
  if (scheme) return ['be an image name, not a URL', `Write "${image.slice(scheme.length)}".`];
  const lower = lowerCase(image);
  if (parseImage(lower)) {
    return [
      'be in lower case up to the tag', `Write the name that it has in its registry, where none has capitals: "${lower}".`,
    ];
  }
  if (/[:@]$/.test(image)) {
    return [`not end with "${image.slice(-1)}"`, `Write a version after it, or "${image.slice(0, -1)}".`];
  }
  return [
    FORM, 'Use letters, digits and single ".", "_" or "-" between them; the tag follows a ":", the digest an "@".',
  ];
}

/** The image with everything before the tag in lower case. */
function lowerCase(image: string): string {
  const end = /(?::[^:/@]*)?(?:@[^@]*)?$/.exec(image)?.index ?? image.length;
  return image.slice(0, end).toLowerCase() + image.slice(end);
}
