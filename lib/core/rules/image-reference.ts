/** The parts of an image name. */
export interface ImageReference {
  readonly registry?: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const REGISTRY = '(?<registry>localhost(?::\\d+)?|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::\\d+)?|[A-Za-z0-9-]+:\\d+)';
const PART = '[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*';
const TAG = '(?<tag>\\w[\\w.-]{0,127})';
const DIGEST = '(?<digest>[A-Za-z][A-Za-z0-9+._-]*:[0-9a-fA-F]{32,})';
const IMAGE = new RegExp(`^(?:${REGISTRY}/)?(?<repository>${PART}(?:/${PART})*)(?::${TAG})?(?:@${DIGEST})?$`);

/** Longer names are refused by Amazon ECS. */
export const MAX_IMAGE_LENGTH = 255;

/** Takes an image name apart as Docker does; nothing when it is not one. */
export function parseImage(text: string): ImageReference | undefined {
  const groups = text.length <= MAX_IMAGE_LENGTH ? IMAGE.exec(text)?.groups : undefined;
  return groups && { registry: groups.registry, repository: groups.repository, tag: groups.tag, digest: groups.digest };
}
