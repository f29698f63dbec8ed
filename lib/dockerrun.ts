import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { composeIn } from './compose-files';
import { Finding, Severity } from './core/finding/finding';
import { Problem } from './core/finding/rule';
import { byFile, hasErrors, Reading } from './core/reading/read';
import { renderFindings, renderSummary } from './core/report/render';
import { bundleVolume } from './core/rules/target/containers/bundle-volume';
import { Document } from './core/spec/model';
import { decodeText } from './core/syntax/encoding';
import { composeOrigin, dockerrunOrigin, Origin } from './origin';

/** Options for reading a Dockerrun file. */
export interface DockerrunOptions {
  /**
   * Report keys that nobody reads as errors instead of warnings.
   *
   * @default false
   */
  readonly strict?: boolean;

  /**
   * Values for template placeholders, by name. `{ TAG: 'v1' }` resolves `${TAG}`, `{{TAG}}`, `<TAG>`, `%TAG%` and the
   * other notations that docs/guide/findings.md lists.
   *
   * @default - placeholders are reported
   */
  readonly substitutions?: { readonly [name: string]: string };
}

/** Options of `Dockerrun.fromCompose`. */
export interface ComposeOptions extends DockerrunOptions {
  /**
   * Profiles that are on; `*` stands for all of them.
   *
   * @default - services with profiles are left out
   */
  readonly profiles?: string[];

  /**
   * Paths of the files that are merged over the first one, in this order, relative to the working directory.
   *
   * @default - there is one file
   * @see https://docs.docker.com/reference/compose-file/merge/
   */
  readonly overrides?: string[];
}

/**
 * A `Dockerrun.aws.json` file that is free of errors, or another file that says as much.
 *
 * Version 2 files are read as they are; version 1 files and compose files as the version 2 file that says the same.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html
 */
export class Dockerrun {
  /**
   * Reads a file.
   *
   * Throws once when the file has errors, listing every finding with its place and the edit that fixes it.
   *
   * @param path where the file is, relative to the working directory
   * @param options how it is read
   */
  public static fromFile(path: string, options: DockerrunOptions = {}): Dockerrun {
    return Dockerrun._of(dockerrunOrigin(decodeText(readFileSync(path)), options, basename(path)));
  }

  /**
   * Reads the compose file of a project. Each service becomes a container of one task. Services that know each other by
   * name are linked, paths are those of the source bundle, and images with `build` are built by the CDK.
   *
   * Variables of the file come from `substitutions`, and below them from `.env` beside it.
   *
   * Throws once when the files have errors, listing every finding with its place and the edit that fixes it.
   *
   * @param path where the file is, relative to the working directory
   * @param options how it is read
   * @see https://docs.docker.com/reference/compose-file/
   */
  public static fromCompose(path: string, options: ComposeOptions = {}): Dockerrun {
    return Dockerrun._of(composeOrigin({ ...composeIn(path, options.overrides), ...given(options) }, dirname(path)));
  }

  /**
   * Reads the text of a file.
   *
   * Throws once when the text has errors, listing every finding with its place and the edit that fixes it.
   *
   * @param text what the file says
   * @param options how it is read
   */
  public static fromString(text: string, options: DockerrunOptions = {}): Dockerrun {
    return Dockerrun._of(dockerrunOrigin({ text }, { ...options, isOfApp: true }));
  }

  /**
   * Reads the JSON of a task definition, as `aws ecs register-task-definition` takes it, `aws ecs
   * describe-task-definition` prints it, or the console shows it. What it says of the task as a whole becomes the props of
   * the same name, unless these are given, or a finding.
   *
   * Throws once when it has errors, listing every finding with its place and the edit that fixes it.
   *
   * @param path where the file is, relative to the working directory
   * @param options how it is read
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
   */
  public static fromTaskDefinition(path: string, options: DockerrunOptions = {}): Dockerrun {
    const reading = { ...options, isTaskDefinition: true };
    return Dockerrun._of(dockerrunOrigin(decodeText(readFileSync(path)), reading, basename(path)));
  }

  /**
   * Reads what the file would say, for who builds it in code.
   *
   * Throws once when it has errors; their lines are those of its JSON, indented by two spaces.
   *
   * @param content the object that the JSON of the file stands for
   * @param options how it is read
   */
  public static fromObject(content: object, options: DockerrunOptions = {}): Dockerrun {
    return Dockerrun.fromString(JSON.stringify(content, undefined, 2), options);
  }

  /**
   * Findings about a file. Never throws for what is in it.
   *
   * @param path where the file is, relative to the working directory
   * @param options how it is read
   */
  public static lintFile(path: string, options: DockerrunOptions = {}): Finding[] {
    return [...dockerrunOrigin(decodeText(readFileSync(path)), options).reading.findings];
  }

  /**
   * Findings about the text of a file. Never throws.
   *
   * @param text what the file says
   * @param options how it is read
   */
  public static lintString(text: string, options: DockerrunOptions = {}): Finding[] {
    return [...dockerrunOrigin({ text }, options).reading.findings];
  }

  /**
   * Findings about the compose file of a project. Never throws for what is in it.
   *
   * @param path where the file is, relative to the working directory
   * @param options how it is read
   */
  public static lintCompose(path: string, options: ComposeOptions = {}): Finding[] {
    const { reading } = composeOrigin({ ...composeIn(path, options.overrides), ...given(options) }, dirname(path));
    return [...reading.findings];
  }

  /**
   * A file that was read, whose bundle may be at nobody's hand.
   *
   * @internal
   */
  public static _of(origin: Origin, mayLackBundle = false): Dockerrun {
    return new Dockerrun(origin, mayLackBundle);
  }

  private readonly reading: Reading;

  private constructor(private readonly origin: Origin, private readonly mayLackBundle: boolean) {
    this.reading = origin.reading;
    this._refuse(this.reading.findings);
  }

  /** The warnings and notes about the file. */
  public get findings(): Finding[] {
    return [...this.reading.findings];
  }

  /** The names of its containers, in the order of the file. */
  public get containerNames(): string[] {
    return this._document.spec.containers.flatMap((container) => container.name ?? []);
  }

  /** @internal */
  public get _document(): Document {
    return this.reading.document!;
  }

  /**
   * Whether both say the same, however they are read.
   *
   * @internal
   */
  public _says(other: Dockerrun): boolean {
    return JSON.stringify(this.origin.texts) === JSON.stringify(other.origin.texts);
  }

  /**
   * The texts as Beanstalk is to read them, by their paths in the bundle.
   *
   * @internal
   */
  public get _texts(): Readonly<Record<string, string>> {
    return this.origin.texts;
  }

  /**
   * The folder that paths of images to build start from.
   *
   * @internal
   */
  public get _folder(): string {
    return this.origin.folder;
  }

  /** @internal */
  public _locate(problems: readonly Problem[]): Finding[] {
    return this.reading.locate(problems);
  }

  /**
   * Throws when one of the problems of an environment is an error, or leaves folders empty that containers need.
   *
   * @internal
   */
  public _refuseProblems(problems: readonly Problem[]): void {
    this._refuse(this._locate(this.mayLackBundle ? problems : problems.map(refused)));
  }

  /**
   * Throws when one of the findings is an error.
   *
   * @internal
   */
  public _refuse(findings: readonly Finding[]): void {
    if (!hasErrors(findings)) return;
    const { files } = this.reading;
    const report = byFile(findings, files)
      .map(({ file, secrets, findings: own }) => renderFindings(own, secrets, file))
      .filter((part) => part !== '');
    throw new Error(`${files[0].name} cannot be deployed: ${renderSummary(findings)}\n\n${report.join('\n')}`);
  }
}

/** Nobody deploys folders that stay empty; who only asks about a file may go on without its bundle. */
function refused(problem: Problem): Problem {
  return problem.rule === bundleVolume ? { ...problem, rule: { ...problem.rule, severity: Severity.ERROR } } : problem;
}

function given({ strict = false, substitutions = {}, profiles = [] }: ComposeOptions) {
  return { strict, variables: substitutions, profiles };
}
