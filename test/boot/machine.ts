import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run of a script said and did. */
export interface Run {
  readonly status: number | null;
  readonly output: string;
  /** The commands of the machine that it called, in order. */
  readonly calls: readonly string[];
}

/** What stands for the commands of an instance: each writes down how it was called, then runs `body`. */
const COMMANDS = ['aws', 'curl', 'dnf', 'shutdown', 'sleep', 'systemctl'] as const;

export type Command = typeof COMMANDS[number] | 'unzip';

/** A folder that a boot script takes for the root of an instance, with commands that reach nobody. */
export class Machine {
  public readonly root = mkdtempSync(join(tmpdir(), 'instance-'));
  private readonly bin = join(this.root, 'bin');
  private readonly log = join(this.root, 'calls');

  constructor() {
    mkdirSync(this.bin);
    for (const command of COMMANDS) this.fake(command, '');
    this.write('/var/lib/cloud/data/instance-id', 'i-1\n');
    this.write('/proc/uptime', '60.25 110.50\n');
  }

  public fake(command: Command, body: string): void {
    const path = join(this.bin, command);
    writeFileSync(path, `#!/bin/bash\necho "${command} $*" >> '${this.log}'\n${body}\n`);
    chmodSync(path, 0o755);
  }

  /** Lets time pass whenever the command is called. */
  public slow(command: Command, seconds: number, body = ''): void {
    const uptime = this.path('/proc/uptime');
    this.fake(command, `read -r up _ < '${uptime}'; echo "$(( \${up%.*} + ${seconds} )).25 110.50" > '${uptime}'\n${body}`);
  }

  public path(path: string): string {
    return join(this.root, path);
  }

  public has(path: string): boolean {
    return existsSync(this.path(path));
  }

  public read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  public write(path: string, text: string): void {
    mkdirSync(join(this.path(path), '..'), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  public mode(path: string): string {
    return execFileSync('stat', ['-c', '%a', this.path(path)], { encoding: 'utf8' }).trim();
  }

  public run(script: string, ...args: string[]): Run {
    writeFileSync(this.log, '');
    const file = this.path('script');
    writeFileSync(file, script);
    const env = { PATH: `${this.bin}:${process.env.PATH}`, CDK_DOCKERRUN_ROOT: this.root };
    const { status, stdout, stderr } = spawnSync('bash', [file, ...args], { env, encoding: 'utf8', cwd: this.root });
    return { status, output: `${stdout}${stderr}`, calls: readFileSync(this.log, 'utf8').trim().split('\n').filter((line) => line !== '') };
  }
}
