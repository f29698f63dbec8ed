/** What takes the place of a volume of the file. */
export type VolumeSettings =
  | { readonly kind: 'host'; readonly sourcePath: string }
  | { readonly kind: 'docker'; readonly configuration: DockerVolumeSettings }
  /** The file system and its access point are objects of the CDK. */
  | { readonly kind: 'efs'; readonly rootDirectory: string; readonly accessPoint: boolean; readonly readOnly: boolean };

export interface DockerVolumeSettings {
  readonly driver?: string;
  readonly scope?: 'task' | 'shared';
  readonly autoprovision?: boolean;
  readonly driverOpts?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What takes the place of each volume, by the names that the user gave, which may be any word. */
export type VolumeReplacements = Readonly<Record<string, VolumeSettings>>;

export function replacementOf(
  name: string | undefined, replacements: VolumeReplacements = {},
): VolumeSettings | undefined {
  return name !== undefined && Object.hasOwn(replacements, name) ? replacements[name] : undefined;
}
