import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORTED = /(?:from |import\(|import )['"](\.[^'"]+)['"]/g;

/** Deletes the declarations in a folder that nobody reaches who imports its index. */
export function pruneDeclarations(folder: string): void {
  const reached = new Set<string>();
  reach(join(folder, 'index.d.ts'), reached);
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.d.ts'));
  for (const file of all.map((name) => join(folder, name))) if (!reached.has(file)) rmSync(file);
}

function reach(file: string, reached: Set<string>): void {
  if (reached.has(file)) return;
  reached.add(file);
  const paths = [...readFileSync(file, 'utf8').matchAll(IMPORTED)].map(([, path]) => path);
  for (const path of paths) reach(declarationOf(dirname(file), path), reached);
}

/** A folder stands for its index. */
function declarationOf(folder: string, path: string): string {
  const names = readdirSync(join(folder, dirname(path)));
  const name = path.split('/').at(-1)!;
  return names.includes(`${name}.d.ts`) ? join(folder, `${path}.d.ts`) : join(folder, path, 'index.d.ts');
}
