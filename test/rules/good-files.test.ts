import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDockerrun } from '../../lib/core/read';

const FOLDER = join(__dirname, '..', 'fixtures', 'good');

/** The good files of which something is said all the same. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'declared-log-volume.json': ['info DR5003 containerDefinitions[0].image'],
  'worker.json': ['warning DR5007 containerDefinitions'],
};

test.each(readdirSync(FOLDER))('%s is accepted', (file) => {
  const { findings } = readDockerrun(readFileSync(join(FOLDER, file), 'utf8'), { strict: true, substitutions: {} });
  expect(findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual(SAID[file] ?? []);
});
