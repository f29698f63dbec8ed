import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** The code of a main module, and what has to stand at its end. */
export interface MainModule {
  readonly code: string;
  /** ES modules import by name what they find here. */
  readonly footer: string;
}

/** The main module of a compiled library, which exports the same and runs each file when something of it is used. */
export function lazyExports(index: string): MainModule {
  const load = createRequire(resolve(index));
  const exported = load(resolve(index)) as Readonly<Record<string, unknown>>;
  const names = Object.keys(exported);
  const homes = homesOf(index, exported, load);
  const getters = names.map((name) => {
    const home = homes.get(name);
    if (home === undefined) throw new Error(`${index} exports ${name}, and no file that it requires does.`);
    return `define(${JSON.stringify(name)}, () => require(${JSON.stringify(home)}).${name});`;
  });
  const define = 'const define = (name, get) => '
    + 'Object.defineProperty(exports, name, { enumerable: true, configurable: true, get });';
  return { code: [define, ...getters].join('\n'), footer: `0 && (module.exports = { ${names.join(', ')} });` };
}

/** The file of each name. */
function homesOf(
  index: string, exported: Readonly<Record<string, unknown>>, load: NodeJS.Require,
): Map<string, string> {
  const files = [...readFileSync(index, 'utf8').matchAll(/require\("(\.[^"]+)"\)/g)].map(([, file]) => file);
  return new Map(files.flatMap((file) => {
    const own = load(join(resolve(dirname(index)), file)) as Readonly<Record<string, unknown>>;
    return Object.keys(own).filter((name) => exported[name] === own[name]).map((name) => [name, file]);
  }));
}
