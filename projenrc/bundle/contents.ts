import { readFileSync } from 'node:fs';
import { Metafile } from 'esbuild';

/** A package of others whose code is in a bundle. */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** The packages that went into bundles. */
export function bundledPackages(metafiles: readonly Metafile[]): Component[] {
  const files = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Component;
    return { name, version, license };
  });
}

/**
 * The bill of materials.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function billOfMaterials(components: readonly Component[]): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    components: components.map(({ name, version, license }) => ({
      'type': 'library', name, version, 'bom-ref': `pkg:npm/${name}@${version}`,
      'purl': `pkg:npm/${name}@${version}`,
      'licenses': [{ license: { id: license } }],
    })),
  };
}
