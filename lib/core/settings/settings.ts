/** A value that is not known before deployment: a token in the prop of that name. */
export interface Unresolved {
  readonly unresolved: string;
}

/** A value, or the name of the prop that will hold it at deployment. */
export type Setting<T> = T | Unresolved;

export function isUnresolved<T>(setting: Setting<T>): setting is Unresolved {
  return typeof setting === 'object' && setting !== null && 'unresolved' in setting;
}

/** The value when it is known, and nothing when it is a token. */
export function known<T>(setting: Setting<T> | undefined): T | undefined {
  return setting === undefined || isUnresolved(setting) ? undefined : setting;
}

export const NETWORK_MODES = ['bridge', 'awsvpc'] as const;
export type NetworkModeName = (typeof NETWORK_MODES)[number];

/** One port that clients connect to. */
export interface ListenerSettings {
  readonly port: number;
  readonly instancePort?: number;
  readonly containerName?: string;
  readonly containerPort?: number;
}

/** What the user of `EcsEnvironment` chose, free of CDK objects. Whatever is absent is decided by the plan. */
export interface EcsSettings {
  readonly networkMode?: NetworkModeName;
  readonly listeners?: readonly ListenerSettings[];
  readonly environmentProperties?: Readonly<Record<string, Setting<string>>>;
  readonly instanceType?: Setting<string>;
  readonly minCapacity?: Setting<number>;
  readonly maxCapacity?: Setting<number>;
  /** Whether the user brings a VPC. */
  readonly ownVpc: boolean;
}
