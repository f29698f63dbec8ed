#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../lib/cli/main';
import { openBundle } from '../lib/cli/open-bundle';

const packageFile = join(__dirname, '..', '..', 'package.json');
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

process.exitCode = main(process.argv.slice(2), {
  out: (text) => { process.stdout.write(text); },
  err: (text) => { process.stderr.write(text); },
  readFile: (path) => readFileSync(path, 'utf8'),
  openBundle,
  colors: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
}, version);
