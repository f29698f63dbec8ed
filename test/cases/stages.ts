import { ReadOptions } from '../../lib/core/reading/read';
import { OptionInput } from '../../lib/core/reading/read-options';
import { EnvironmentSettings } from '../../lib/core/settings/settings';
import { GivenProps } from '../../lib/core/translation/given';
import { casesOf, edited, Text } from './case';

/** What is wrong with a file whatever becomes of it. */
export interface FileCase extends Text, Partial<ReadOptions> {}

/** What is wrong with a good file under the settings of its user. */
export interface TargetCase extends Text {
  /** `ecs` when absent. */
  readonly target?: 'ecs' | 'beanstalk';
  readonly settings?: Partial<EnvironmentSettings>;
}

/** What is wrong with the option settings of a bundle. */
export interface OptionCase extends Pick<OptionInput, 'props' | 'environment'> {
  /** By path; `described.json` stands for the output of describe-configuration-settings. */
  readonly files: Readonly<Record<string, string>>;
  /** What stands once in one of the files, and what takes its place. */
  readonly edit?: Readonly<Record<string, string>>;
  /** Where the options go; when absent, they are only read. */
  readonly target?: 'ecs' | 'beanstalk';
  readonly given?: GivenProps;
  /** What the props of an environment of Elastic Beanstalk say. */
  readonly settings?: Partial<EnvironmentSettings>;
}

/** What is wrong with the compose file of a project. */
export interface ComposeCase {
  /** By path; the first one is that which was asked for. */
  readonly files: Readonly<Record<string, string>>;
  /** What stands once in one of the files, and what takes its place. */
  readonly edit?: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

export const composeCases = () => casesOf<ComposeCase>('compose', ['files', 'edit', 'profiles', 'variables']);
export const fileCases = () => casesOf<FileCase>('file', ['base', 'file', 'edit', 'strict', 'substitutions', 'encoding']);
export const targetCases = () => casesOf<TargetCase>('target', ['base', 'file', 'edit', 'target', 'settings']);
export const optionCases = () => casesOf<OptionCase>('options', ['files', 'edit', 'target', 'given', 'settings', 'props', 'environment']);

/** Each replacement is made in the one file that has what is replaced. */
export function mended(files: OptionCase['files'], edit: OptionCase['edit'] = {}): OptionCase['files'] {
  return Object.entries(edit).reduce<OptionCase['files']>((before, [from, to]) => {
    const [name, ...more] = Object.keys(before).filter((path) => before[path].includes(from));
    if (name === undefined || more.length > 0) throw new Error(`${JSON.stringify(from)} must stand in one file`);
    return { ...before, [name]: edited(before[name], { [from]: to }) };
  }, files);
}
