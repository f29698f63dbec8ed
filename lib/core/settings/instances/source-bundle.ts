/** What is known of the source bundle. */
export interface SourceBundleSettings {
  /** The paths of its files, relative to its root. */
  readonly paths: readonly string[];
}
