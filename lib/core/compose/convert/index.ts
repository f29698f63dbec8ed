import { JsonObject } from '../../syntax/json-tree';
import { membersOf } from '../nodes';
import { Container, Converters } from './container';
import { ENVIRONMENT } from './environment';
import { LIFECYCLE } from './lifecycle';
import { NETWORK } from './network';
import { PORTS } from './ports';
import { PROCESS } from './process';
import { RESOURCES } from './resources';
import { STORAGE } from './storage';

/** The keys of a service that are said by a container alone. */
export const CONVERTERS: Converters = {
  ...PROCESS, ...ENVIRONMENT, ...PORTS, ...STORAGE, ...RESOURCES, ...LIFECYCLE, ...NETWORK,
};

/** The keys of a service that take the whole project to say: images, links, and what is left out. */
export const PROJECT_KEYS = ['image', 'build', 'links', 'networks', 'container_name', 'profiles', 'extends'];

/** Says in a container what its service says of itself. */
export function convertService(service: JsonObject, container: Container): void {
  for (const { key, value } of membersOf(service)) {
    if (Object.hasOwn(CONVERTERS, key)) CONVERTERS[key](value, container);
  }
}
