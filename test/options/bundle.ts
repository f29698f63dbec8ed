import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isPlatformFile, OptionSource, sourceKindOf } from '../../lib/core/options/setting';
import { OptionInput, OptionReading, readOptions } from '../../lib/core/reading/read-options';

/** Reads the settings of a folder as a source bundle would be read. */
export function readBundle(folder: string): OptionReading {
  return readOptions(bundleInput(folder));
}

export function bundleInput(folder: string): OptionInput {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
  return inputOf(Object.fromEntries(paths.map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')])));
}

/** The files of a bundle by path; `described.json` stands for the output of describe-configuration-settings. */
export function inputOf(files: Readonly<Record<string, string>>): OptionInput {
  const sources = Object.entries(files).flatMap(([name, text]): OptionSource[] => {
    const kind = name === 'described.json' ? 'environment' : sourceKindOf(name);
    return kind ? [{ kind, name, text }] : [];
  });
  return { sources, platformFiles: Object.keys(files).filter(isPlatformFile) };
}
