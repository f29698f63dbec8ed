import { ContainerSpec } from '../../spec/model';

/** Where `container` mentions the host name `alias`: its environment variables by name, and its command. */
export function mentionsOf(alias: string, container: ContainerSpec): string[] {
  const mentioned = (text: string | undefined) => text !== undefined && hostNames(text).includes(alias);
  const variables = (container.environment ?? []).filter(({ value }) => mentioned(value)).map(({ name }) => `environment ${name}`);
  const words = [...(container.entryPoint ?? []), ...(container.command ?? [])];
  return words.some(mentioned) ? [...variables, 'command'] : variables;
}

/** The pieces of a text that could be host names. */
function hostNames(text: string): string[] {
  return text.split(/[^A-Za-z0-9_.-]+/);
}
