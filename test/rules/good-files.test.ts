import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDockerrun } from '../../lib/core/reading/read';

const FOLDER = join(__dirname, '..', 'fixtures', 'good');

/** The good files of which something is said all the same. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'all-parameters.json': [
    'warning DR5009 authentication',
    'warning DR2118 containerDefinitions[3].linuxParameters.swappiness',
  ],
  'declared-log-volume.json': ['info DR5003 containerDefinitions[0].image'],
  'version-1.json': ['info DR1014 AWSEBDockerrunVersion', 'warning DR1005 Image.Update', 'warning DR1005 Ports[0].HostPort', 'warning DR5009 Authentication'],
  'worker.json': ['warning DR5007 containerDefinitions'],
};

test.each(readdirSync(FOLDER))('%s is accepted', (file) => {
  const { findings } = readDockerrun(readFileSync(join(FOLDER, file), 'utf8'), { strict: false, substitutions: {} });
  expect(findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual(SAID[file] ?? []);
});
