/** What the props say of containers and roles. The objects themselves travel beside the plan. */
export interface ContainersSettings {
  /** The containers whose image they give. */
  readonly images?: readonly string[];
  /** For each container the variables whose values are secrets. */
  readonly secrets?: Readonly<Record<string, readonly string[]>>;
  /** The containers whose registry they give the credentials for. */
  readonly registryCredentials?: readonly string[];
  /** Whether they give the role that containers act as. */
  readonly taskRole?: boolean;
  /** Whether they give the role that the agent acts as for the task. */
  readonly executionRole?: boolean;
}
