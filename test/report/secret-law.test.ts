import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GOOD, run } from '../cli/helpers';
import { plantedBundles, plantedFiles } from './planted';

/*
 * No command prints a value that looks like a secret, wherever it stands and however broken the file is.
 */

const COMMANDS = [
  ['plan', '--json'],
  ['check', '--json'],
  ['plan'],
  ['check', '--format', 'github'],
  ['plan', '--ledger'],
  ['check', '--format', 'sarif'],
  ['plan', '--json', '--target', 'beanstalk'],
  ['plan', '--ledger', '--json'],
  ['plan', '--target', 'beanstalk'],
  ['check', '--strict'],
];

/** One command for all, and the others in turns for every second one. */
function printed(path: string, turn: number, files?: Readonly<Record<string, string>>): string {
  return [['check'], ...turn % 2 ? [COMMANDS[Math.floor(turn / 2) % COMMANDS.length]] : []].map((argv) => {
    const { out, err } = run([...argv, path], files);
    return `${argv.join(' ')}: ${out}${err}`;
  }).join('\n');
}

function leaks(text: string, secret: string): string[] {
  return text.split('\n').filter((line) => line.includes(secret));
}

test('a file', () => {
  const leaked = plantedFiles().flatMap(([position, text, secret], turn) =>
    leaks(printed('Dockerrun.aws.json', turn, { 'Dockerrun.aws.json': text }), secret).map((line) => [position, line]));
  expect(leaked).toEqual([]);
});

test('a bundle', () => {
  const leaked = plantedBundles().flatMap(([position, files, secret], turn) => {
    const folder = mkdtempSync(join(tmpdir(), 'planted-'));
    try {
      for (const [name, text] of Object.entries({ 'Dockerrun.aws.json': GOOD, ...files })) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
      return leaks(printed(folder, turn), secret).map((line) => [position, line]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  expect(leaked).toEqual([]);
});

test('there are enough of them', () => {
  expect(plantedFiles().length + plantedBundles().length).toBeGreaterThanOrEqual(430);
});
