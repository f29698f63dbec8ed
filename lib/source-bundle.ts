import { bringBack, bundleIn, filesInZip, FolderFiles, LeftOut } from './bundle/files';
import { BundleFile } from './bundle/zip';
import { composeOf } from './compose-files';
import { Finding } from './core/finding/finding';
import { BundleInput, bundleInput } from './core/options/bundle-input';
import { sourceKindOf } from './core/options/setting';
import { hasErrors } from './core/reading/read';
import { CronReading, readCron } from './core/reading/read-cron';
import { usedIn } from './core/reading/read-options';
import { renderFindings, renderSummary } from './core/report/render';
import { Secrets } from './core/report/secrets';
import { LeftOutSettings, SourceBundleSettings } from './core/settings/instances/instances';
import { PeriodicTaskSettings } from './core/settings/worker/worker';
import { DecodedText, decodeText } from './core/syntax/encoding';
import { SourceText } from './core/syntax/source-text';
import { Dockerrun, DockerrunOptions } from './dockerrun';
import { composeOrigin, dockerrunOrigin, isVersion3 } from './origin';

const DOCKERRUN = 'Dockerrun.aws.json';
const CRON = 'cron.yaml';

const NO_CRON: CronReading = { tasks: [], findings: [], secrets: Secrets.NONE };

/** Options of `SourceBundle.fromDirectory` and `SourceBundle.fromZip`. */
export interface SourceBundleOptions extends DockerrunOptions {
  /**
   * Profiles of the compose file that are on; `*` stands for all of them.
   *
   * @default - services with profiles are left out
   */
  readonly profiles?: string[];
}

/**
 * A source bundle of Elastic Beanstalk: a Dockerrun file with the files around it. They are unpacked to
 * `/var/app/current` on each instance before a container starts.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-sourcebundle.html
 */
export class SourceBundle {
  /**
   * The files of a folder. What `.ebignore` names is left out, or without that file what `.gitignore` names; `.git`,
   * `node_modules`, `cdk.out` and each folder with a `cdk.json`, which is a CDK app, are left out unless `.ebignore`
   * brings them back, as with `!node_modules`. `.elasticbeanstalk` is always left out.
   *
   * Throws when its `Dockerrun.aws.json` has errors, listing every finding, and when a link leads out of the folder.
   *
   * @param path where the folder is, relative to the working directory
   * @param options how its Dockerrun file is read
   */
  public static fromDirectory(path: string, options: SourceBundleOptions = {}): SourceBundle {
    return new SourceBundle(path, true, inWords(path, () => bundleIn(path)), options);
  }

  /**
   * The files of a zip archive.
   *
   * Throws when its `Dockerrun.aws.json` has errors, listing every finding.
   *
   * @param path where the archive is, relative to the working directory
   * @param options how its Dockerrun file is read
   */
  public static fromZip(path: string, options: SourceBundleOptions = {}): SourceBundle {
    return new SourceBundle(path, false, inWords(path, () => ({ files: filesInZip(path), leftOut: [] })), options);
  }

  /** Its Dockerrun file or else its compose file, if there is one at its root. */
  public readonly dockerrun?: Dockerrun;

  /** Text of its `cron.yaml`, if there is one at its root. */
  public readonly cronYaml?: string;

  /** @internal */
  public readonly _files: readonly BundleFile[];

  /** @internal */
  public readonly _leftOut: readonly LeftOut[];

  private readonly substitutions: Readonly<Record<string, string>>;
  private cronReading?: CronReading;

  private constructor(
    /** @internal */ public readonly _path: string,
    /** @internal */ public readonly _isDirectory: boolean,
    { files, leftOut }: FolderFiles,
    options: SourceBundleOptions,
  ) {
    this._files = files;
    this._leftOut = leftOut;
    this.substitutions = options.substitutions ?? {};
    const decoded = this.textOf(DOCKERRUN);
    this.cronYaml = this.textOf(CRON)?.text;
    this.dockerrun = !decoded || isVersion3(decoded.text)
      ? this.compose(options)
      : Dockerrun._of(dockerrunOrigin(decoded, { ...options, usedElsewhere: this.usedBeside() }));
  }

  /**
   * Findings about its `cron.yaml`. Errors are only in the way of an environment that is a worker; a web environment
   * does not read the file.
   */
  public get cronFindings(): Finding[] {
    return [...this.cron.findings];
  }

  /** @internal */
  public get _settings(): SourceBundleSettings {
    return { paths: this._files.map(({ path }) => path), leftOut: this._leftOut.map(toLeftOut) };
  }

  /**
   * What may hold option settings, with placeholders filled as in the Dockerrun file.
   *
   * @internal
   */
  public _options(savedConfiguration?: string): BundleInput {
    const files = this._files.map(({ path, read }) => ({ path, read: () => decodeText(read()) }));
    return bundleInput(files, { savedConfiguration, substitutions: this.substitutions });
  }

  /**
   * A file as it is deployed: placeholders are filled in those that Beanstalk reads.
   *
   * @internal
   */
  public _deployed(file: BundleFile): Buffer {
    const content = file.read();
    const isRead = sourceKindOf(file.path) !== undefined || file.path === CRON;
    if (!isRead || Object.keys(this.substitutions).length === 0) return content;
    return Buffer.from(SourceText.ofConfig(decodeText(content).text, this.substitutions).text);
  }

  private usedBeside(): ReadonlySet<string> {
    const cron = { text: this.cronYaml ?? '', substitutions: this.substitutions };
    return usedIn([...this._options().sources, cron]);
  }

  /**
   * The tasks of its `cron.yaml`. Throws when that has errors.
   *
   * @internal
   */
  public _cronTasks(): readonly PeriodicTaskSettings[] {
    const { tasks, findings, secrets } = this.cron;
    if (!hasErrors(findings)) return tasks;
    throw new Error(
      `the tasks of ${CRON} cannot be used: `
        + `${renderSummary(findings)}\n\n${renderFindings(findings, secrets, CRON)}`,
    );
  }

  private get cron(): CronReading {
    this.cronReading ??= this.cronYaml === undefined ? NO_CRON : readCron(this.cronYaml, false, this.substitutions);
    return this.cronReading;
  }

  private compose({ strict = false, substitutions = {}, profiles = [] }: SourceBundleOptions): Dockerrun | undefined {
    const found = composeOf(this._files, this._path);
    const folder = this._isDirectory ? this._path : '.';
    return found && Dockerrun._of(composeOrigin({ ...found, strict, variables: substitutions, profiles }, folder));
  }

  private textOf(name: string): DecodedText | undefined {
    const file = this._files.find(({ path }) => path === name);
    return file && inWords(this._path, () => decodeText(file.read()));
  }
}

function toLeftOut(entry: LeftOut): LeftOutSettings {
  return { path: entry.path, way: bringBack(entry) };
}

/** What a file or an archive refuses is said with the bundle that it is in. */
function inWords<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`the source bundle "${path}" cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
