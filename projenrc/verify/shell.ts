import { spawnSync } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end and returns what it wrote to stdout; throws everything it wrote when it fails. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): string {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`\`${program} ${args.join(' ')}\` ended with ${status}.\n${stdout}${stderr}`);
  return stdout;
}

/** Whether the program is installed and answers. */
export function answers(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
