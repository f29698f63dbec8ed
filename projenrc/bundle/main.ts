import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, BuildOptions, Metafile } from 'esbuild';
import { billOfMaterials, bundledPackages } from './contents';
import { pruneDeclarations } from './declarations';
import { lazyExports } from './lazy-exports';
import { lazyModules, seeRequires, siblings } from './plugins';

/** What `compile` has compiled, and where the published files go: docs/adr/0014-bundles.md. */
const LIBRARY = 'build/lib';
const OUTPUT = 'build/bundle';

/** Each file that the published ones load when they need it, by the import of it. */
const SIBLINGS = siblings(new Map([
  ['../lib/cli/process', 'command'], ['./template', 'synth'], ['../index', 'index'], ['yaml', 'yaml'],
]));

const COMMON = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'], // what jsonc-parser has for CommonJS hides what it requires
  external: ['aws-cdk-lib', 'constructs'],
  plugins: [SIBLINGS, lazyModules, seeRequires],
  // Names stay, so that a stack trace can be read, and Node.js prints the line of an error.
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 120,
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
  outdir: OUTPUT,
} as const satisfies BuildOptions;

async function main(): Promise<void> {
  rmSync(OUTPUT, { recursive: true, force: true });
  const command = await build({
    ...COMMON,
    entryPoints: {
      'cdk-dockerrun': 'bin/cdk-dockerrun.ts', 'command': 'lib/cli/process.ts', 'synth': 'lib/cli/template.ts',
      'yaml': 'node_modules/yaml/dist/index.js',
    },
  });
  const { outdir, ...rest } = COMMON;
  const { code, footer } = lazyExports(`${LIBRARY}/index.js`);
  // Of what jsii has compiled, since that holds what it needs at run time.
  const library = await build({
    ...rest,
    keepNames: true, // of classes that name themselves
    stdin: { contents: code, resolveDir: LIBRARY, sourcefile: 'index.js' },
    footer: { js: footer },
    outfile: `${outdir}/index.js`,
  });
  chmodSync(`${OUTPUT}/cdk-dockerrun.js`, 0o755); // npm sets the bit at installation, pip does not
  pruneDeclarations(LIBRARY);
  writeBill([command.metafile, library.metafile]);
}

/** Whose license is not in the package may not be in it either. */
function writeBill(metafiles: readonly Metafile[]): void {
  const components = bundledPackages(metafiles);
  const notice = readFileSync('NOTICE', 'utf8');
  const missing = components.find(({ name, version }) => !notice.includes(`${name} ${version} `));
  if (missing) throw new Error(`NOTICE has no license of ${missing.name} ${missing.version}.`);
  writeFileSync(`${OUTPUT}/sbom.cdx.json`, `${JSON.stringify(billOfMaterials(components), undefined, 2)}\n`);
}

void main();
