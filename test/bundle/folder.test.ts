import {
  cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { BeanstalkEnvironment, EcsEnvironment, SourceBundle } from '../../lib';
import { bundleIn } from '../../lib/bundle/files';
import { optionFilesIn } from '../../lib/option-files';

const DOCKERRUN = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [
    { name: 'web', image: 'example/web:1', memory: 64, portMappings: [{ hostPort: 80, containerPort: 80 }] },
  ],
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'folder-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const pathsIn = (folder: string) => bundleIn(folder).files.map(({ path }) => path);

test('what the command line of Beanstalk keeps to itself is never taken, and comes back by no line', () => {
  const files = {
    '.elasticbeanstalk/saved_configs/production.cfg.yml': 'password', '.elasticbeanstalk/config.yml': '', 'a': '',
  };
  expect(pathsIn(folderOf(files))).toEqual(['a']);
  expect(pathsIn(folderOf({ ...files, '.ebignore': '!.elasticbeanstalk\n!.elasticbeanstalk/config.yml' })))
    .toEqual(['.ebignore', 'a']);
});

describe('a link', () => {
  const secrets = folderOf({ credentials: 'secret' });

  test('within the folder stands for what it leads to', () => {
    const folder = folderOf({ 'conf/a.conf': 'text' });
    symlinkSync('conf', join(folder, 'other'));
    symlinkSync('conf/a.conf', join(folder, 'z.conf'));
    expect(pathsIn(folder)).toEqual(['conf/a.conf', 'other/a.conf', 'z.conf']);
  });

  test('that leads nowhere is no file', () => {
    const folder = folderOf({ a: '' });
    symlinkSync('nothing', join(folder, 'link'));
    expect(pathsIn(folder)).toEqual(['a']);
    expect(optionFilesIn(folder)).toEqual([]);
  });

  test.each([
    ['a file', join(secrets, 'credentials')], ['a folder', secrets],
  ])('to %s outside is refused', (_, target) => {
    const folder = folderOf({ 'Dockerrun.aws.json': DOCKERRUN });
    symlinkSync(target, join(folder, 'link'));
    const reason =
      `its link "link" leads to ${target}, outside the folder; put a copy there instead, or leave the link `
      + 'out by a line in .ebignore';
    expect(() => bundleIn(folder)).toThrow(new Error(reason));
    expect(() => SourceBundle.fromDirectory(folder)).toThrow(`the source bundle "${folder}" cannot be read: ${reason}`);
  });

  test('to a folder beside it whose name begins alike is refused', () => {
    const folder = folderOf({ 'app/a': '', 'app-secrets/b': '' });
    symlinkSync('../app-secrets', join(folder, 'app/link'));
    expect(() => bundleIn(join(folder, 'app'))).toThrow(
      /^its link "link" leads to \.\.\/app-secrets, outside the folder/,
    );
  });

  test('that is left out may lead anywhere', () => {
    const folder = folderOf({ '.ebignore': 'link', 'a': '' });
    symlinkSync(secrets, join(folder, 'link'));
    expect(pathsIn(folder)).toEqual(['.ebignore', 'a']);
  });

  test('among the files with option settings is refused before it is read', () => {
    const folder = folderOf({ '.ebextensions/b.config': '' });
    symlinkSync(join(secrets, 'credentials'), join(folder, '.ebextensions/a.config'));
    expect(() => optionFilesIn(folder)).toThrow(
      /^its link "\.ebextensions\/a\.config" leads to .*, outside the folder; put a copy there instead$/,
    );
  });
});

describe.each(['out', 'build/cdk [1]'])('output of the app in the folder %s of the bundle', (outdir) => {
  const synth = (folder: string) => {
    const app = new App({ outdir: join(folder, outdir) });
    const sourceBundle = SourceBundle.fromDirectory(folder);
    new EcsEnvironment(new Stack(app, 'Ecs'), 'Environment', { sourceBundle });
    new BeanstalkEnvironment(new Stack(app, 'Beanstalk'), 'Environment', { sourceBundle });
    const { directory } = app.synth();
    const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^asset\.\w+\/./.test(name) && statSync(join(directory, name)).isFile());
    const inAssets = names.map((name) => name.replace(/^asset\.\w+\//, ''));
    return { inAssets: [...new Set(inAssets)].sort(), ecs: readFileSync(join(directory, 'Ecs.template.json'), 'utf8') };
  };

  test('is no part of it, the second time neither', () => {
    const folder = folderOf({ 'Dockerrun.aws.json': DOCKERRUN, 'conf/a.conf': '' });
    const first = synth(folder);
    expect(first.inAssets).toEqual(['Dockerrun.aws.json', 'conf/a.conf']);
    expect(synth(folder)).toEqual(first);
    const elsewhere = folderOf({});
    cpSync(join(folder, 'conf'), join(elsewhere, 'conf'), { recursive: true });
    cpSync(join(folder, 'Dockerrun.aws.json'), join(elsewhere, 'Dockerrun.aws.json'));
    expect(synth(elsewhere).ecs).toBe(first.ecs);
  });
});

test('the copy that a version is made of is removed', () => {
  const sourceBundle = SourceBundle.fromDirectory(folderOf({ 'Dockerrun.aws.json': DOCKERRUN }));
  const making = jest.spyOn(jest.requireActual<typeof import('node:fs')>('node:fs'), 'mkdtempSync');
  new BeanstalkEnvironment(new Stack(new App(), 'Test'), 'Environment', { sourceBundle });
  const copies = making.mock.results.map(({ value }) => String(value)).filter((path) => path.includes('dockerrun-'));
  making.mockRestore();
  expect(copies).toHaveLength(1);
  expect(copies.filter((path) => existsSync(path))).toEqual([]);
});

test('stars in a comment are no pattern', () => {
  expect(pathsIn(folderOf({ '.ebignore': '# * of * all * the * logs *\n*.log', 'a.log': '' }))).toEqual(['.ebignore']);
});

test('a pattern that would take forever is refused', () => {
  const many = '*a*a*a*a*b';
  expect(() => pathsIn(folderOf({ '.ebignore': `x\n${many}`, 'a': '' })))
    .toThrow(`the pattern "${many}" of .ebignore has more than 4 stars in one name; use fewer`);
  expect(pathsIn(folderOf({ '.ebignore': '**/*a*b*c*d/**\n*q*', ['a'.repeat(250)]: '' }))).toEqual([
    '.ebignore', 'a'.repeat(250),
  ]);
});
