import { Setting } from '../setting';

/** What the props say of containers and roles. The objects themselves travel beside the plan. */
export interface ContainersSettings {
  /** The containers whose image they give. */
  readonly images?: readonly string[];
  /** The names of these images, as far as they are known before the deployment. */
  readonly imageNames?: Readonly<Record<string, string>>;
  /** For each container the variables whose values are secrets. */
  readonly secrets?: Readonly<Record<string, readonly string[]>>;
  /** For each container the files with variables, by their keys or paths. */
  readonly environmentFiles?: Readonly<Record<string, readonly Setting<string>[]>>;
  /** The containers whose registry they give the credentials for. */
  readonly registryCredentials?: readonly string[];
  /** Whether they give the role that containers act as. */
  readonly taskRole?: boolean;
  /** Whether they give the role that the agent acts as for the task. */
  readonly executionRole?: boolean;
}

/** What belongs to a container, which may be called like something that every object has. */
export function entryOf<T>(entries: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return entries && Object.hasOwn(entries, name) ? entries[name] : undefined;
}
