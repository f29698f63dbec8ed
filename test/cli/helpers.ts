import { lstatSync } from 'node:fs';
import { Io } from '../../lib/cli/io';
import { main } from '../../lib/cli/main';
import { openPath } from '../../lib/cli/open-bundle';
import { atRevision } from '../../lib/cli/revision';
import { writeNew } from '../../lib/cli/write-new';

/** What a command line printed, and how it ended. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line over files that exist in memory only, or over a bundle on the disk. */
export function run(argv: readonly string[], files: Readonly<Record<string, string>> = {}, colors = false): Run {
  const { io, printed } = ioFor(files, colors);
  const code = main(argv, io);
  return { code, ...printed() };
}

/** What the command line touches, and what it printed. */
export function ioFor(
  files: Readonly<Record<string, string>> = {}, colors = false,
): { readonly io: Io; readonly printed: () => Omit<Run, 'code'> } {
  let out = '';
  let err = '';
  const io: Io = {
    out: (text) => { out += text; },
    err: (text) => { err += text; },
    open: (path) => {
      if (Object.hasOwn(files, path)) return { kind: 'file', text: files[path], unread: [] };
      if (!lstatSync(path, { throwIfNoEntry: false })) throw new Error('no such file');
      return openPath(path);
    },
    atRevision,
    writeNew,
    colors: { out: colors, err: colors },
    version: '1.2.3',
  };
  return { io, printed: () => ({ out, err }) };
}

/** A file with nothing to say about but the note that every file gets. */
export const GOOD = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [{ name: 'web', image: 'nginx:1.29', memory: 128, portMappings: [{ hostPort: 80, containerPort: 80 }] }],
});

/** The same without the memory that Amazon ECS requires. */
export const BAD = GOOD.replace(',"memory":128', '');

/** A file that maps two ports, neither of which is 80. */
export const AMBIGUOUS = GOOD.replace('[{"hostPort":80,"containerPort":80}]', '[{"hostPort":8000,"containerPort":80},{"hostPort":8001,"containerPort":81}]');
