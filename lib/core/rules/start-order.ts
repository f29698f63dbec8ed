import { Place } from '../finding/rule';
import { ContainerSpec, DockerrunSpec } from '../spec/model';
import { parseLink } from './links';
import { At } from './spec-rule';

/** A reference that makes one container wait for another. */
export interface Wait {
  /** The key that says so. */
  readonly by: 'links' | 'dependsOn' | 'volumesFrom';
  readonly target: string;
  readonly place: Place;
}

/**
 * What a container waits for: the ECS agent starts linked containers and volume sources first, as if they were
 * dependencies.
 */
export function waitsOf(container: ContainerSpec, at: At): Wait[] {
  const { links, dependsOn = [], volumesFrom = [] } = container;
  return [
    ...(links ?? []).map((link, index): Wait => ({
      by: 'links', target: parseLink(link).target, place: at(links ?? [], index),
    })),
    ...volumesFrom.flatMap((entry): Wait[] => wait('volumesFrom', entry.sourceContainer, at(entry, 'sourceContainer'))),
    ...dependsOn.flatMap((entry): Wait[] => wait('dependsOn', entry.containerName, at(entry, 'containerName'))),
  ];
}

/** The first container of each name. */
export function containersByName(spec: DockerrunSpec): ReadonlyMap<string, ContainerSpec> {
  const entry = (container: ContainerSpec): [string, ContainerSpec][] =>
    container.name === undefined ? [] : [[container.name, container]];
  return new Map([...spec.containers].reverse().flatMap(entry));
}

function wait(by: Wait['by'], target: string | undefined, place: Place): Wait[] {
  return target === undefined ? [] : [{ by, target, place }];
}
