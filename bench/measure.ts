import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one process took: milliseconds of CPU of all its threads, and the most memory it had, in MB. */
export interface Usage {
  readonly cpu: number;
  readonly memory: number;
}

/** A program that is measured. */
export interface Subject {
  readonly name: string;
  /** What Node.js is called with. */
  readonly args: readonly string[];
  /** Whether it may find errors, which is as much work and ends with 1. */
  readonly mayFind?: true;
}

/** Medians, of each subject under its name. */
export type Usages = ReadonlyMap<string, Usage>;

/** Runs subjects in turns, so that all meet the same weather, and takes medians. */
export function measure(subjects: readonly Subject[], runs: number, hook: string): Usages {
  const all = new Map<string, Usage[]>(subjects.map(({ name }) => [name, []]));
  for (let run = 0; run <= runs; run++) {
    for (const subject of subjects) {
      const usage = usageOf(subject, hook);
      if (run > 0) all.get(subject.name)!.push(usage); // the first run fills caches
    }
  }
  return new Map([...all].map(([name, usages]) => [name, {
    cpu: median(usages.map(({ cpu }) => cpu)), memory: median(usages.map(({ memory }) => memory)),
  }]));
}

/** A machine that does other things, too, may end a process. */
function usageOf(subject: Subject, hook: string, again = 2): Usage {
  const { args, mayFind } = subject;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'usage.json');
  try {
    const { status, signal, stderr, stdout } = spawnSync(process.execPath, ['--require', hook, ...args], {
      env: { ...process.env, BENCH_USAGE: file, CDK_VALIDATION: 'false', CDK_OUTDIR: join(folder, 'cdk.out') },
      encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 28,
    });
    if (signal !== null && again > 0) return usageOf(subject, hook, again - 1);
    if (status !== 0 && !(mayFind && status === 1)) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`);
    return JSON.parse(readFileSync(file, 'utf8')) as Usage;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
