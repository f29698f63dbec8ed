import { ContainerSpec } from '../../../spec/model';

/** Where a container mentions which host names: its environment variables by name, and its command. */
export function mentionsIn({
  environment = [], entryPoint = [], command = [],
}: ContainerSpec): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  const add = (text: string, place: string) => {
    for (const name of text.split(NO_HOST_NAME)) places.set(name, (places.get(name) ?? new Set()).add(place));
  };
  for (const { name, value = '' } of environment) add(value, `environment ${name}`);
  for (const word of [...entryPoint, ...command]) add(word, 'command');
  return places;
}

/** What stands between the pieces of a text that could be host names. */
const NO_HOST_NAME = /[^A-Za-z0-9_.-]+/;
