import { JsonNode } from '../syntax/json-tree';
import { LineIndex } from '../syntax/line-index';
import { OptionSource } from './setting';

/** What runs the containers on the instances: Amazon ECS those of a Dockerrun file, Docker those of compose files. */
export type PlatformBranch = 'ecs' | 'docker';

/** What Elastic Beanstalk calls the platforms on Amazon Linux 2023, whose versions follow each other. */
export const BRANCHES: Readonly<Record<PlatformBranch, string>> = {
  ecs: 'ECS running on 64bit Amazon Linux 2023', docker: 'Docker running on 64bit Amazon Linux 2023',
};

/** A version of a platform on Amazon Linux 2023. */
export interface PlatformName {
  readonly branch: PlatformBranch;
  readonly version: string;
}

/** The platform that a file names. */
export interface NamedPlatform extends PlatformName {
  /** The file and the line. */
  readonly place: string;
}

/** The version that an ARN or the name of a solution stack tells; nothing for another platform. */
export function platformIn(name: string): PlatformName | undefined {
  const arn = /:platform\/(ECS|Docker) running on 64bit Amazon Linux 2023\/(\d+\.\d+\.\d+)$/.exec(name);
  const stack = /^64bit Amazon Linux 2023 v(\d+\.\d+\.\d+) running (ECS|Docker)$/.exec(name);
  const [kind, version] = arn ? arn.slice(1) : [stack?.[2], stack?.[1]];
  return version === undefined ? undefined : { branch: kind === 'ECS' ? 'ecs' : 'docker', version };
}

/** The platform that a node of a file names, by ARN or by solution stack. */
export function platformAt(node: JsonNode | undefined, { name, text }: OptionSource): NamedPlatform | undefined {
  const named = node?.kind === 'string' ? platformIn(node.value.trim()) : undefined;
  if (!node || !named) return undefined;
  return { ...named, place: `${name}:${new LineIndex(text).position(node.offset).line}` };
}
