import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { OptionSource } from '../../lib/core/options/setting';
import { isPlatformFile, sourceKindOf } from '../../lib/core/options/source-kind';
import { OptionInput, OptionReading, readOptions } from '../../lib/core/read-options';

/** Reads the settings of a folder as a source bundle would be read. */
export function readBundle(folder: string): OptionReading {
  return readOptions(bundleInput(folder));
}

export function bundleInput(folder: string): OptionInput {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join('/'));
  const sources = paths.flatMap((name): OptionSource[] => {
    const kind = name === 'described.json' ? 'environment' : sourceKindOf(name);
    return kind ? [{ kind, name, text: readFileSync(join(folder, name), 'utf8') }] : [];
  });
  const extra = join(folder, 'input.json');
  return { sources, platformFiles: paths.filter(isPlatformFile), ...(existsSync(extra) ? JSON.parse(readFileSync(extra, 'utf8')) : {}) };
}
