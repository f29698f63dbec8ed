#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { showsColors } from '../lib/cli/colors';
import { main } from '../lib/cli/main';
import { openPath } from '../lib/cli/open-bundle';
import { atRevision } from '../lib/cli/revision';

const packageFile = join(__dirname, '..', '..', 'package.json');
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
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
  colors: { out: showsColors(stdout, env), err: showsColors(stderr, env) },
  version,
});
