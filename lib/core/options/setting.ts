import { SettingOrigin, showOption, showPlace } from '../finding/origin';
import { Place } from '../finding/rule';
import { LineIndex } from '../syntax/line-index';
import { placeholdersIn } from '../syntax/placeholders';
import { findNamespace } from './catalogue';

/** Where settings may come from, the strongest first. */
export const SOURCE_KINDS = ['props', 'environment', 'saved', 'manifest', 'extension'] as const;

export type SourceKind = typeof SOURCE_KINDS[number];

/** One text that settings are read from. */
export interface OptionSource {
  readonly kind: SourceKind;
  /** Its path in the bundle, such as `.ebextensions/01.config`. */
  readonly name: string;
  readonly text: string;
  /** The encoding that it was read in, where that is not UTF-8. */
  readonly encoding?: string;
  /** Values for template placeholders in it, by name. */
  readonly substitutions?: Readonly<Record<string, string>>;
  /** Whether it is in the bundle that is deployed. */
  readonly inBundle?: boolean;
}

/** One option with the value that a source gives it. */
export interface OptionSetting {
  readonly namespace: string;
  readonly optionName: string;
  /** The resource that it is about, such as a scheduled action. */
  readonly resourceName?: string;
  /** The value as text, as Beanstalk has it. A list is joined by commas, an object is JSON. */
  readonly value: string;
  /** Whether only the stack of Beanstalk knows the value: it holds a function of CloudFormation. */
  readonly computed: boolean;
  readonly place: Place;
  readonly namePlace: Place;
  readonly namespacePlace: Place;
  readonly source: OptionSource;
}

/** What tells a setting from others. */
export type OptionKey = Pick<OptionSetting, 'namespace' | 'optionName' | 'resourceName'>;

/** A message about a setting, with the option where the path does not tell it: in the list form it ends in an index. */
export function withOption(message: string, { path }: Place, setting: OptionKey): string {
  return path.includes(setting.optionName) || path.includes(setting.namespace)
    ? message
    : `(${showOption(setting)}) ${message}`;
}

/**
 * Equal for settings of the same option. Only some options exist once for each resource; with others the name tells
 * nothing.
 */
export function keyOf({ namespace, optionName, resourceName = '' }: OptionKey): string {
  return JSON.stringify([namespace, optionName, findNamespace(namespace)?.needsResourceName ? resourceName : '']);
}

/** Where the name of the option stands. */
export function originOf({
  namespace, optionName, resourceName, source: { name, text }, namePlace: { offset },
}: OptionSetting): SettingOrigin {
  const line = text === '' ? undefined : new LineIndex(text).position(offset).line;
  return { namespace, optionName, resourceName, file: name, line };
}

/** `.ebextensions/01.config:4`, where the name of the option stands. */
export function whereSet(setting: OptionSetting): string {
  return showPlace(originOf(setting));
}

/** Whether the value is what it will be: no function of CloudFormation, and no placeholder of a template engine. */
export function isKnowable({ computed, value, namespace }: OptionSetting): boolean {
  return !computed && (findNamespace(namespace)?.open !== undefined || placeholdersIn(value).length === 0);
}

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
  return path.startsWith('.platform/') || path === 'Procfile' || path === 'Buildfile';
}
