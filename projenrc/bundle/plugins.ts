import { readFileSync } from 'node:fs';
import { Plugin } from 'esbuild';

/** Parts of Node that cost time to load, and most runs do without. */
const BUILTIN = /^node:(?:child_process|crypto|net|os|zlib)$/;

const CDK_MODULE = /^aws-cdk-lib\/.+/;

const LAZY = 'lazy';

/** Loads parts of Node and of the CDK when something of them is first used. */
export const lazyModules: Plugin = {
  name: 'lazy-modules',
  setup({ onResolve, onLoad }) {
    for (const filter of [BUILTIN, CDK_MODULE]) {
      onResolve({ filter }, ({ path, namespace, importer }) => {
        // TypeScript that was not compiled to CommonJS copies the names of what it imports, and so loads it.
        if (namespace === LAZY || filter === CDK_MODULE && importer.endsWith('.ts')) return { path, external: true };
        return { path, namespace: LAZY, sideEffects: false };
      });
    }
    onLoad({ filter: BUILTIN, namespace: LAZY }, ({ path }) => ({ contents: functionsOf(path) }));
    onLoad({ filter: CDK_MODULE, namespace: LAZY }, ({ path }) => ({ contents: standIn(path) }));
  },
};

function functionsOf(path: string): string {
  const all = Object.entries(process.getBuiltinModule(path) as object);
  const functions = all.filter(([name, value]) => /^[a-z]\w+$/.test(name) && typeof value === 'function');
  return [
    loading(path),
    ...functions.map(([name]) => `export const ${name} = (...args) => load().${name}(...args);`),
  ].join('\n');
}

/** Compiled TypeScript takes what says that it is a module as it is, and reads it whenever it uses it. */
function standIn(path: string): string {
  return `${loading(path)}
    module.exports = new Proxy({}, { get: (_, name) => name === '__esModule' || load()[name] });`;
}

function loading(path: string): string {
  return `let loaded; const load = () => loaded ??= require(${JSON.stringify(path)});`;
}

/** Has esbuild see what the sources load when they need it. */
export const seeRequires: Plugin = {
  name: 'see-requires',
  setup({ onLoad }) {
    onLoad({ filter: /\/(?:lib|bin)\/.*\.[jt]s$/ }, ({ path }) => {
      if (path.includes('/node_modules/')) return undefined;
      const contents = readFileSync(path, 'utf8').replaceAll('module.require(', 'require(');
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};

/** What becomes a file of its own, by the import of it. */
export function siblings(files: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'siblings',
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ path, kind }) => {
        const file = kind === 'entry-point' ? undefined : files.get(path);
        return file === undefined ? undefined : { path: `./${file}.js`, external: true };
      });
    },
  };
}
