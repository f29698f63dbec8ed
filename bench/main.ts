import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { commandRows } from './commands';
import { environmentRows } from './environments';
import { machine, table } from './report';
import { scalingRows } from './scaling';

/** How much is measured: all of it, or only so much that every part has run. */
export interface Extent {
  readonly runs: number;
  readonly counts: readonly number[];
  readonly fileCounts: readonly number[];
  /** Megabytes of the long file. */
  readonly size: number;
  /** How many of each dimension there are, and how much more are measured next. */
  readonly scale: number;
}

const WHOLE: Extent = { runs: 7, counts: [1, 10, 50, 100], fileCounts: [1, 100, 1000], size: 50, scale: 500 };

const QUICK: Extent = { runs: 1, counts: [1, 2], fileCounts: [1, 2], size: 1, scale: 20 };

/** How the programs that are measured import the library. */
const LIBRARY = '../../lib';

/** Where the programs that are measured are, compiled. */
export interface Programs {
  readonly usage: string;
  readonly environments: string;
}

function main(extent: Extent): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const programs = compile();
    console.log(machine(extent.runs));
    console.log(table('Environments', environmentRows(extent, programs)));
    console.log(table('Starting', commandRows(extent, programs, folder)));
    console.log(table('Growth', scalingRows(extent, programs, folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The library is what is published; the CDK is that of the repository. */
function compile(): Programs {
  const outdir = 'build/bench';
  const { outputFiles } = buildSync({
    entryPoints: ['usage', 'environments'].map((name) => `bench/subjects/${name}.ts`),
    bundle: true, platform: 'node', target: 'node20', packages: 'external', external: [LIBRARY], outdir, write: false,
  });
  mkdirSync(outdir, { recursive: true });
  for (const { path, text } of outputFiles) {
    writeFileSync(path, text.replaceAll(`require("${LIBRARY}")`, 'require("../bundle/index.js")'));
  }
  const path = (name: string) => join(process.cwd(), outdir, `${name}.js`);
  return { usage: path('usage'), environments: path('environments') };
}

main(process.argv.includes('--quick') ? QUICK : WHOLE);
