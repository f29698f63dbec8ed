import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Finding } from './core/finding/finding';
import { bundleInput } from './core/options/bundle-input';
import { besideBundle } from './core/reading/bundle-options';
import { hasErrors } from './core/reading/read';
import { FileFindings, OptionInput, OptionReading, readOptions } from './core/reading/read-options';
import { translateInput, TranslatedOptions } from './core/reading/translate-options';
import { renderFindings, renderSummary } from './core/report/render';
import { decodeText } from './core/syntax/encoding';
import { GivenProps } from './core/translation/given';
import { TranslationTarget } from './core/translation/target';
import { optionFilesIn } from './option-files';
import { SourceBundle } from './source-bundle';

/** The folder of saved configurations, which Elastic Beanstalk does not get with the bundle. */
const SAVED = '.elasticbeanstalk/';

const NOTHING: OptionInput = { sources: [] };

/** Options for reading option settings. */
export interface OptionSettingsOptions {
  /**
   * Report keys that nobody reads as errors instead of warnings.
   *
   * @default false
   */
  readonly strict?: boolean;

  /**
   * Name of the saved configuration to use, such as `production` for `production.cfg.yml`.
   *
   * @default - all that there are; of two that set the same option, the one whose name comes later
   */
  readonly savedConfiguration?: string;

  /**
   * Values for template placeholders in the files, by name, as in `DockerrunOptions`.
   *
   * @default - placeholders are reported
   */
  readonly substitutions?: { readonly [name: string]: string };
}

/** One thing to say about a file with option settings. */
export interface OptionFinding extends Finding {
  /** The file, such as `.ebextensions/01.config`. */
  readonly file: string;
}

/**
 * Option settings of an Elastic Beanstalk environment, free of errors.
 *
 * Settings win over one another as on Beanstalk, and props win over all of them.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html
 */
export class OptionSettings {
  /**
   * Reads `.ebextensions`, `env.yaml` and the saved configurations of a folder.
   *
   * Throws once when they have errors, listing every finding with its place and the edit that fixes it.
   *
   * @param path where the folder is, relative to the working directory
   * @param options how it is read
   */
  public static fromDirectory(path: string, options: OptionSettingsOptions = {}): OptionSettings {
    return new OptionSettings(directoryInput(path, options)).free();
  }

  /**
   * Reads the same of a source bundle.
   *
   * Throws once when they have errors, listing every finding with its place and the edit that fixes it.
   *
   * @param bundle the files
   * @param options how they are read
   */
  public static fromSourceBundle(bundle: SourceBundle, options: OptionSettingsOptions = {}): OptionSettings {
    return new OptionSettings({ ...bundle._options(options.savedConfiguration), strict: options.strict }).free();
  }

  /**
   * Reads what `aws elasticbeanstalk describe-configuration-settings` printed about an environment.
   *
   * Throws once when it has errors, listing every finding with its place and the edit that fixes it.
   *
   * @param path where the JSON file is, relative to the working directory
   * @param options how it is read
   */
  public static fromConfigurationSettings(path: string, options: OptionSettingsOptions = {}): OptionSettings {
    return new OptionSettings(descriptionInput(path, options)).free();
  }

  /**
   * Findings about the option settings of a folder. Never throws for what is in its files.
   *
   * @param path where the folder is, relative to the working directory
   * @param options how it is read
   */
  public static lintDirectory(path: string, options: OptionSettingsOptions = {}): OptionFinding[] {
    return named(readOptions(directoryInput(path, options)).files);
  }

  /**
   * Findings about the description of an environment. Never throws for what is in it.
   *
   * @param path where the JSON file is, relative to the working directory
   * @param options how it is read
   */
  public static lintConfigurationSettings(path: string, options: OptionSettingsOptions = {}): OptionFinding[] {
    return named(readOptions(descriptionInput(path, options)).files);
  }

  /**
   * What is given, with what a source bundle says where nothing of that is given: Beanstalk reads the bundle, too. What
   * is wrong with the bundle is said with all else that is wrong with an environment.
   *
   * @internal
   */
  public static _with(given: OptionSettings | undefined, bundle: SourceBundle | undefined): OptionSettings | undefined {
    const all = bundle?._options();
    const deployed = all && { ...all, sources: all.sources.filter(({ name }) => !name.startsWith(SAVED)) };
    if (!deployed || deployed.sources.length + deployed.platformFiles.length === 0) return given;
    return new OptionSettings(besideBundle(given?.input ?? NOTHING, deployed));
  }

  private readonly reading: OptionReading;

  private constructor(private readonly input: OptionInput) {
    this.reading = readOptions(input);
  }

  /** The warnings and notes about the files. What native ECS makes of the settings, `EcsEnvironment` says. */
  public get findings(): OptionFinding[] {
    return named(this.reading.files);
  }

  /**
   * Settings of the target, beside what the app gives.
   *
   * @internal
   */
  public _translate(given: GivenProps, target: TranslationTarget): TranslatedOptions {
    return translateInput(this.input, given, target, this.reading);
  }

  private free(): OptionSettings {
    const errors = errorsIn(this.reading.files);
    if (errors !== undefined) throw new Error(errors);
    return this;
  }
}

/** Every finding, when one of them is an error. */
export function errorsIn(files: readonly FileFindings[]): string | undefined {
  const findings = files.flatMap((file) => file.findings);
  if (!hasErrors(findings)) return undefined;
  const told = files.filter((file) => file.findings.length > 0);
  const reports = told.map(({ source: { name }, findings: own, secrets }) => renderFindings(own, secrets, name));
  return `the option settings cannot be used: ${renderSummary(findings)}\n\n${reports.join('\n')}`;
}

function directoryInput(path: string, { strict, ...options }: OptionSettingsOptions): OptionInput {
  return { ...bundleInput(optionFilesIn(path), options), strict };
}

function descriptionInput(path: string, { strict }: OptionSettingsOptions): OptionInput {
  return { sources: [{ kind: 'environment', name: basename(path), ...decodeText(readFileSync(path)) }], strict };
}

function named(files: readonly FileFindings[]): OptionFinding[] {
  return files.flatMap(({ source, findings }) => findings.map((finding) => ({ file: source.name, ...finding })));
}
