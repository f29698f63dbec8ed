import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './helpers';

const FILE = 'docker-compose.yml';
const WEB = 'services:\n  web:\n    image: nginx:${TAG:-1.29}\n    ports: ["80:80"]\n    mem_limit: 128m\n    env_file: web.env\n';
const FILES = { [FILE]: WEB, 'web.env': 'LEVEL=info\n' };

/** A folder with files, for as long as it takes. */
function inFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'compose-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('check reads a compose file with the files that it names', () => {
  expect(run(['check', FILE], FILES)).toMatchObject({ code: 0, err: '' });
  const { code, out } = run(['check', FILE], { [FILE]: WEB });
  expect(code).toBe(1);
  expect(out).toContain('error DR7007 missing-compose-file  docker-compose.yml:6:15');
});

test('a file is known by its services, whatever its name', () => {
  expect(run(['check', 'web'], { ...FILES, web: WEB }).code).toBe(0);
});

test('plan draws it as any other', () => {
  const { code, out } = run(['plan', FILE, '--set', 'TAG=1.30'], FILES);
  expect(code).toBe(0);
  expect(out).toContain('listener 80');
  expect(out).toContain('web');
  expect(run(['plan', '--json', FILE, '--set', 'TAG=1.30'], FILES).out).toContain('"image": "nginx:1.30"');
});

test('the ledger accounts for every value', () => {
  const { out } = run(['plan', '--ledger', FILE], FILES);
  expect(out).toContain('services.web.image → TaskDefinition.ContainerDefinitions[0].Image');
  expect(out).toContain('services.web.env_file → TaskDefinition.ContainerDefinitions[0].Environment[Name=LEVEL].Name');
  expect(out).not.toMatch(/nowhere: $/m);
});

test('profiles and overrides', () => {
  const job = '  job:\n    image: acme/job:1.0\n    mem_limit: 64m\n    profiles: [jobs]\n';
  const files = { ...FILES, [FILE]: WEB + job, 'prod.yml': 'services:\n  web:\n    image: acme/web:2.0\n' };
  const { out } = run(['plan', '--json', FILE, '--profile', 'jobs', '--override', 'prod.yml'], files);
  expect(out).toContain('"image": "acme/web:2.0"');
  expect(out).toContain('"image": "acme/job:1.0"');
});

test('a finding about another file is filed there', () => {
  const { findings } = JSON.parse(run(['check', '--json', FILE, '--override', 'prod.yml'], { ...FILES, 'prod.yml': 'services:\n  web:\n    cpus: 1\n' }).out) as {
    findings: { file: string; line: number; code: string }[];
  };
  expect(findings.filter(({ code }) => code === 'DR7010').map(({ file, line }) => [file, line])).toEqual([['prod.yml', 3]]);
});

test('a bundle without a Dockerrun file has its compose file, and what Compose reads over it', () => {
  const files = { ...FILES, 'docker-compose.override.yml': 'services:\n  web:\n    user: app\n', 'Dockerrun.aws.json': '{ "AWSEBDockerrunVersion": "3", "Authentication": { "bucket": "keys", "key": "x/.dockercfg" } }' };
  inFolder(files, (folder) => {
    const { code, out } = run(['plan', '--json', folder]);
    expect(code).toBe(0);
    expect(out).toContain('"user": "app"');
    expect(out).toContain('"key": "x/.dockercfg"');
    expect(JSON.parse(run(['synth', folder]).out)).toMatchObject({ Resources: expect.any(Object) });
  });
});

test('what is beside a Dockerrun file of version 2 does not count', () => {
  const dockerrun = { AWSEBDockerrunVersion: 2, containerDefinitions: [{ name: 'a', image: 'a:1', memory: 64, portMappings: [{ hostPort: 80, containerPort: 80 }] }] };
  inFolder({ ...FILES, 'Dockerrun.aws.json': JSON.stringify(dockerrun) }, (folder) => {
    expect(run(['plan', '--json', folder]).out).toContain('"image": "a:1"');
  });
});
