/** What happens on an instance before its agent starts, and how it says that it serves. */
export interface BootPlan {
  /** The directories that are made. */
  readonly directories: readonly string[];
  /** Whether the source bundle is unpacked. */
  readonly unpacksBundle: boolean;
  /** Whether the instance signals the stack; otherwise the next one is replaced after a pause. */
  readonly signals: boolean;
  /** Whether the group is there only when its instances have signaled. */
  readonly awaitedOnCreation: boolean;
  /** The file in Amazon S3 with the credentials of registries; null when there is none. */
  readonly registryAuth: RegistryAuthPlan | null;
}

export interface RegistryAuthPlan {
  readonly bucket: string;
  readonly key: string;
}
