import { SourceKind } from './setting';

/** Where a source bundle keeps its settings. */
const PLACES: readonly (readonly [RegExp, SourceKind])[] = [
  [/^\.ebextensions\/[^/]+\.config$/, 'extension'],
  [/^env\.yaml$/, 'manifest'],
  [/^\.elasticbeanstalk\/saved_configs\/[^/]+\.cfg\.yml$/, 'saved'],
];

/** The kind of source that a file of a bundle is; nothing for files without settings. */
export function sourceKindOf(path: string): SourceKind | undefined {
  return PLACES.find(([pattern]) => pattern.test(path))?.[1];
}

/** Whether Beanstalk reads or runs the file on the instances. */
export function isPlatformFile(path: string): boolean {
  return path.startsWith('.platform/');
}
