import { DecodedText } from '../syntax/encoding';
import { isPlatformFile, OptionSource, sourceKindOf } from './setting';

/** A file of a source bundle. */
export interface ReadableFile {
  /** Relative to the root of the bundle, with slashes. */
  readonly path: string;
  readonly read: () => DecodedText;
}

/** What may hold option settings among the files of a bundle. */
export interface BundleInput {
  readonly sources: readonly OptionSource[];
  readonly platformFiles: readonly string[];
}

/** The folders and files in which option settings are looked for. */
export const OPTION_PLACES = ['.ebextensions', 'env.yaml', '.elasticbeanstalk/saved_configs', '.platform'] as const;

/** How the files are read. */
export interface BundleInputOptions extends Pick<OptionSource, 'substitutions'> {
  readonly savedConfiguration?: string;
}

/**
 * The files of a bundle that hold option settings. Of the saved configurations only the named one counts, if one is
 * named.
 */
export function bundleInput(
  files: readonly ReadableFile[], { savedConfiguration, substitutions }: BundleInputOptions = {},
): BundleInput {
  const isLeftOut = (path: string) =>
    savedConfiguration !== undefined && !path.endsWith(`/${savedConfiguration}.cfg.yml`);
  const sources = files.flatMap(({ path, read }): OptionSource[] => {
    const kind = sourceKindOf(path);
    return kind === undefined || (kind === 'saved' && isLeftOut(path))
      ? []
      : [{ kind, name: path, ...read(), substitutions }];
  });
  return { sources, platformFiles: files.map(({ path }) => path).filter(isPlatformFile) };
}
