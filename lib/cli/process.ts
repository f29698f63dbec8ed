import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { showsColors } from './colors';
import { main } from './main';
import { openPath } from './open-bundle';
import { atRevision } from './revision';
import { writeNew } from './write-new';

/** Runs the command line that this process was called with. */
export function runProcess(): void {
  const { stdout, stderr, env } = process;
  // Who reads the output may have seen enough, as `head` has.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  process.exitCode = main(process.argv.slice(2), {
    out: (text) => { stdout.write(text); },
    err: (text) => { stderr.write(text); },
    open: openPath,
    atRevision,
    writeNew,
    colors: { out: showsColors(stdout, env), err: showsColors(stderr, env) },
    version: versionOf(__dirname),
  });
}

/** Of the package that a folder belongs to: sources, compiled code and bundles stand at different depths in it. */
function versionOf(folder: string): string {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return versionOf(dirname(folder));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
