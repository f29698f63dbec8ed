import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';

/** What an image is called; nothing when that is known only at the deployment, as of one that is built for it. */
export function knownName(image: ecs.ContainerImage): string[] {
  const { imageName } = image as { imageName?: unknown };
  return typeof imageName === 'string' && !Token.isUnresolved(imageName) ? [imageName] : [];
}

/** The same for several images, without those of which nobody knows it. */
export function knownNames(images: Readonly<Record<string, ecs.ContainerImage>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(images).flatMap(([container, image]) => knownName(image).map((name) => [container, name])),
  );
}
