import { JsonNode } from '../syntax/json-tree';
import { LineIndex } from '../syntax/line-index';
import { OptionSource } from './setting';

/** What Elastic Beanstalk calls the ECS platform on Amazon Linux 2023, whose versions follow each other. */
export const ECS_BRANCH = 'ECS running on 64bit Amazon Linux 2023';

/** The platform that a file names. */
export interface NamedPlatform {
  /** A version of ECS on Amazon Linux 2023. */
  readonly version: string;
  /** The file and the line. */
  readonly place: string;
}

/** The version that an ARN or the name of a solution stack tells; nothing for another platform. */
export function ecsVersionIn(name: string): string | undefined {
  const [arn, stack] = [
    /:platform\/ECS running on 64bit Amazon Linux 2023\/(\d+\.\d+\.\d+)$/,
    /^64bit Amazon Linux 2023 v(\d+\.\d+\.\d+) running ECS$/,
  ].map((pattern) => pattern.exec(name)?.[1]);
  return arn ?? stack;
}

/** The platform that a node of a file names, by ARN or by solution stack. */
export function platformAt(node: JsonNode | undefined, { name, text }: OptionSource): NamedPlatform | undefined {
  const version = node?.kind === 'string' ? ecsVersionIn(node.value.trim()) : undefined;
  if (!node || version === undefined) return undefined;
  return { version, place: `${name}:${new LineIndex(text).position(node.offset).line}` };
}
