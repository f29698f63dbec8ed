import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Finding, Severity } from './core/finding/finding';
import { Problem } from './core/finding/rule';
import { hasErrors, Reading, readDockerrun } from './core/reading/read';
import { renderFindings, renderSummary } from './core/report/render';
import { bundleVolume } from './core/rules/target/containers/bundle-volume';
import { Document } from './core/spec/model';
import { literalText } from './core/syntax/literal';

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
   * other notations that the README lists.
   *
   * @default - placeholders are reported
   */
  readonly substitutions?: { readonly [name: string]: string };
}

/**
 * A `Dockerrun.aws.json` file that is free of errors.
 *
 * Version 2 files are read as they are and version 1 files as the version 2 file that says the same.
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
    return new Dockerrun(readFileSync(path, 'utf8'), basename(path), options);
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
    return new Dockerrun(text, 'Dockerrun.aws.json', options);
  }

  /**
   * Findings about a file. Never throws for what is in it.
   *
   * @param path where the file is, relative to the working directory
   * @param options how it is read
   */
  public static lintFile(path: string, options: DockerrunOptions = {}): Finding[] {
    return Dockerrun.lintString(readFileSync(path, 'utf8'), options);
  }

  /**
   * Findings about the text of a file. Never throws.
   *
   * @param text what the file says
   * @param options how it is read
   */
  public static lintString(text: string, options: DockerrunOptions = {}): Finding[] {
    return [...read(text, options).findings];
  }

  /**
   * The text of a file whose bundle nobody has at hand.
   *
   * @internal
   */
  public static _alone(text: string, options: DockerrunOptions = {}): Dockerrun {
    return new Dockerrun(text, 'Dockerrun.aws.json', options, true);
  }

  private readonly reading: Reading;

  private constructor(
    private readonly text: string, private readonly fileName: string, private readonly options: DockerrunOptions,
    private readonly mayLackBundle = false,
  ) {
    this.reading = read(text, options);
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
    return this.text === other.text;
  }

  /**
   * The text with its placeholders replaced, as Beanstalk is to read it.
   *
   * @internal
   */
  public get _literal(): string {
    return literalText(this.text, this.options.substitutions ?? {});
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
    const report = renderFindings(findings, this.reading.secrets, this.fileName);
    throw new Error(`${this.fileName} cannot be deployed: ${renderSummary(findings)}\n\n${report}`);
  }
}

/** Nobody deploys folders that stay empty; who only asks about a file may go on without its bundle. */
function refused(problem: Problem): Problem {
  return problem.rule === bundleVolume ? { ...problem, rule: { ...problem.rule, severity: Severity.ERROR } } : problem;
}

function read(text: string, options: DockerrunOptions): Reading {
  return readDockerrun(text, { strict: options.strict ?? false, substitutions: options.substitutions ?? {} });
}
