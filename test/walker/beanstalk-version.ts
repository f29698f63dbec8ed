import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { nameOf, Resource, Template } from './template';
import { Trail } from './trail';

/** The texts of the files of one archive, by their paths. */
export type Archive = Readonly<Record<string, string>>;

/** What is uploaded beside a template, by the keys under which it is stored. */
export type Archives = Readonly<Record<string, Archive>>;

/** What an environment runs. */
export interface Version {
  readonly containers: readonly any[];
  /** The resources that files of the archive add to those of Beanstalk, or change. */
  readonly resources: Readonly<Record<string, any>>;
  /** The option settings in files of the archive, the strongest first. */
  readonly settings: readonly any[];
}

/** The archives of a cloud assembly that become zip files. */
export function archivesOf(assembly: string): Archives {
  const manifests = readdirSync(assembly)
    .filter((name) => name.endsWith('.assets.json'))
    .map((name) => readJson(join(assembly, name)));
  const folders = manifests
    .flatMap(({ files }) => Object.values<any>(files))
    .filter(({ source }) => source.packaging === 'zip');
  return Object.fromEntries(folders.flatMap(({ source, destinations }) =>
    Object.values<any>(destinations).map(({ objectKey }) => [objectKey, textsIn(join(assembly, source.path))])));
}

/** From the environment through its version to what is in the archive. */
export function versionOf(
  template: Template, { id, properties }: Resource, archives: Archives, trail: Trail,
): Version | undefined {
  const { ApplicationName, VersionLabel } = properties;
  const version = template.find('AWS::ElasticBeanstalk::ApplicationVersion', VersionLabel);
  if (!version) {
    return missing(trail, `Environment ${id} runs version ${nameOf(VersionLabel)}, which is not in the template.`);
  }
  if (nameOf(version.properties.ApplicationName) !== nameOf(ApplicationName)) {
    trail.break(
      `Environment ${id} belongs to ${nameOf(ApplicationName)}, but its version ${version.id} to `
        + `${nameOf(version.properties.ApplicationName)}.`,
    );
  }
  const archive = archives[version.properties.SourceBundle?.S3Key];
  if (!archive) return missing(trail, `Version ${version.id} has an archive that nobody uploads.`);
  const text = archive['Dockerrun.aws.json'];
  if (text === undefined) return missing(trail, `The archive of version ${version.id} has no Dockerrun.aws.json.`);
  const files = extensionsOf(archive);
  return {
    containers: JSON.parse(text).containerDefinitions ?? [],
    resources: Object.assign({}, ...files.map(({ Resources }) => Resources)),
    settings: files.reverse().flatMap(({ option_settings: settings }) => settingsIn(settings)),
  };
}

function missing(trail: Trail, sentence: string): undefined {
  trail.break(sentence);
  return undefined;
}

/** Beanstalk reads the files in the order of their names, so that the last one counts. */
function extensionsOf(archive: Archive): any[] {
  const names = Object.keys(archive).filter((name) => /^\.ebextensions\/[^/]+\.config$/.test(name)).sort();
  return names.map((name) => parse(archive[name]) ?? {});
}

/** Options as a list, or by namespace and name. */
function settingsIn(settings: any = {}): any[] {
  if (!Array.isArray(settings)) {
    return Object.entries<any>(settings).flatMap(([Namespace, values]) =>
      Object.entries(values).map(([OptionName, value]) => ({ Namespace, OptionName, Value: String(value) })));
  }
  return settings
    .map(
      ({ namespace: Namespace = 'aws:elasticbeanstalk:application:environment', option_name: OptionName, value }) => ({
        Namespace, OptionName, Value: String(value),
      }),
    )
    .reverse();
}

function textsIn(folder: string): Archive {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function readJson(path: string): any {
  return JSON.parse(readFileSync(path, 'utf8'));
}
