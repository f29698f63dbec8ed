import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { BeanstalkEnvironment, Dockerrun, EcsEnvironment, SourceBundle } from '../../lib';
import { Machine } from '../boot/machine';
import { Json, only, Props, statementsOf } from './helpers';

const DOCKERRUN = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  volumes: [{ name: 'conf', host: { sourcePath: '/var/app/current/proxy' } }],
  containerDefinitions: [{
    name: 'web', image: 'nginx:1.29', memory: 128, portMappings: [{ hostPort: 80, containerPort: 80 }],
    mountPoints: [{ sourceVolume: 'conf', containerPath: '/etc/nginx/conf.d', readOnly: true }, { sourceVolume: 'awseb-logs-web', containerPath: '/var/log/nginx' }],
  }],
});

function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  for (const [path, text] of Object.entries({ 'Dockerrun.aws.json': DOCKERRUN, 'proxy/site.conf': 'server {}', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function zipOf(folder: string): string {
  execFileSync('zip', ['-q', '-r', 'bundle.zip', '.'], { cwd: folder });
  return join(folder, 'bundle.zip');
}

const pathsOf = (bundle: SourceBundle) => bundle._files.map(({ path }) => path).sort();

function deploy(sourceBundle: SourceBundle, props: Props = {}): { stack: Stack; template: Template } {
  const stack = new Stack(new App(), 'Test');
  new EcsEnvironment(stack, 'Environment', { sourceBundle, ...props });
  return { stack, template: Template.fromStack(stack) };
}

/** The user data with a name in brackets for each reference. */
function userDataOf(template: Template): string {
  const show = (part: Json): string => (typeof part === 'string' ? part : part.Ref ? `[${part.Ref}]` : part['Fn::Sub'] ?? part['Fn::Join'][1].map(show).join(''));
  return show(only(template, 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData.UserData['Fn::Base64']);
}

describe('the files of a folder', () => {
  test('are all but what no application reads', () => {
    expect(pathsOf(SourceBundle.fromDirectory(folderWith({ '.git/HEAD': '', 'node_modules/a/index.js': '', 'cdk.out/manifest.json': '', '.ebextensions/a.config': '' }))))
      .toEqual(['.ebextensions/a.config', 'Dockerrun.aws.json', 'proxy/site.conf']);
  });

  test.each([
    ['.gitignore', { '.gitignore': '# builds\n*.log\n/out/\n\n' }, ['.gitignore', 'Dockerrun.aws.json', 'proxy/site.conf']],
    ['.ebignore instead', { '.gitignore': '*.log\n', '.ebignore': 'out\r\n' }, ['.ebignore', '.gitignore', 'Dockerrun.aws.json', 'proxy/a.log', 'proxy/site.conf']],
  ])('are what %s lets through', (_, files, expected) => {
    expect(pathsOf(SourceBundle.fromDirectory(folderWith({ 'out/a': '', 'proxy/a.log': '', ...files })))).toEqual(expected);
  });

  test('.ebignore brings back what is left out by default', () => {
    expect(pathsOf(SourceBundle.fromDirectory(folderWith({ '.ebignore': '!node_modules\n', 'node_modules/a.js': '' })))).toContain('node_modules/a.js');
  });

  test('are those that the asset has', () => {
    const app = new App();
    const stack = new Stack(app, 'Test');
    const sourceBundle = SourceBundle.fromDirectory(folderWith({ '.ebignore': '*.log\n', 'proxy/a.log': '', 'node_modules/a.js': '' }));
    new EcsEnvironment(stack, 'Environment', { sourceBundle });
    const { directory } = app.synth();
    const { files } = JSON.parse(readFileSync(join(directory, `${stack.artifactId}.assets.json`), 'utf8'));
    const [source] = Object.values<Json>(files).map((asset) => asset.source).filter(({ packaging }) => packaging === 'zip');
    expect(pathsOf(SourceBundle.fromDirectory(join(directory, source.path)))).toEqual(pathsOf(sourceBundle));
  });
});

describe('the files of an archive', () => {
  const folder = folderWith({ 'cron.yaml': 'version: 1\n', 'big.txt': 'x'.repeat(10_000) });
  const bundle = SourceBundle.fromZip(zipOf(folder));

  test('are all of them', () => {
    expect(pathsOf(bundle)).toEqual(['Dockerrun.aws.json', 'big.txt', 'cron.yaml', 'proxy/site.conf']);
    expect(bundle._files.find(({ path }) => path === 'big.txt')!.read().toString()).toBe('x'.repeat(10_000));
  });

  test('say which containers run and when', () => {
    expect(bundle.dockerrun!.containerNames).toEqual(['web']);
    expect(bundle.cronYaml).toBe('version: 1\n');
  });

  test.each([
    ['no archive', 'PK', 'it is no zip archive'],
    ['nothing', '', 'it is no zip archive'],
  ])('%s is refused', (_, text, reason) => {
    const path = join(folder, 'bad.zip');
    writeFileSync(path, text);
    expect(() => SourceBundle.fromZip(path)).toThrow(`the source bundle "${path}" cannot be read: ${reason}`);
  });

  test('a damaged file is refused', () => {
    const other = folderWith();
    execFileSync('zip', ['-q', '-0', 'bundle.zip', 'Dockerrun.aws.json'], { cwd: other });
    const path = join(other, 'bundle.zip');
    execFileSync('sed', ['-i', 's/web/wab/', path]);
    expect(() => SourceBundle.fromZip(path)).toThrow('its file "Dockerrun.aws.json" is damaged');
  });
});

describe('which containers run', () => {
  const bundle = () => SourceBundle.fromDirectory(folderWith());

  test('the bundle says', () => {
    expect(only(deploy(bundle()).template, 'AWS::ECS::TaskDefinition').Properties.ContainerDefinitions[0].Image).toBe('nginx:1.29');
  });

  test('the same file may be given too', () => {
    expect(() => deploy(bundle(), { dockerrun: Dockerrun.fromString(DOCKERRUN) })).not.toThrow();
  });

  test('another file is refused', () => {
    expect(() => deploy(bundle(), { dockerrun: Dockerrun.fromString(`${DOCKERRUN} `) }))
      .toThrow('error DR4192 different-dockerrun  Dockerrun.aws.json:1:1\n  dockerrun must say the same as the Dockerrun.aws.json of sourceBundle, got another file.\n  hint: Remove dockerrun.');
  });

  test('no file is refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'empty-'));
    expect(() => deploy(SourceBundle.fromDirectory(folder)))
      .toThrow(new Error(`sourceBundle must have a Dockerrun.aws.json at its root, which "${folder}" has not. Add it, or set dockerrun. [DR4191 missing-dockerrun]`));
    const unset = 'dockerrun or sourceBundle must be set. Set dockerrun: Dockerrun.fromFile(…), or sourceBundle: SourceBundle.fromDirectory(…) for the files beside it too. [DR4191 missing-dockerrun]';
    const range = 'minCapacity must be a whole number, 0 or more, got -1. Use 0. [DR4004 invalid-setting]';
    for (const Environment of [EcsEnvironment, BeanstalkEnvironment]) {
      const stack = new Stack();
      expect(() => new Environment(stack, 'Environment', { minCapacity: -1 })).toThrow(new Error(`${range}\n${unset}`));
      expect(stack.node.findChild('Environment').node.children).toEqual([]);
    }
  });
});

describe('the instances', () => {
  const folder = folderWith();
  const { stack, template } = deploy(SourceBundle.fromDirectory(folder));
  const userData = userDataOf(template);

  test('may read the bundle and no other object', () => {
    const statements = statementsOf(template, Object.keys(template.findResources('AWS::IAM::Role')).find((id) => /InstanceRole/.test(id))!);
    const [{ Resource: resource, ...statement }] = statements.filter(({ Action }) => /^s3:/.test(String(Action)));
    expect(statement).toEqual({ Effect: 'Allow', Action: 's3:GetObject' });
    expect(resource['Fn::Join'][1].map((part: Json) => part['Fn::Sub'] ?? part.Ref ?? part).join('')).toMatch(
      /^arn:AWS::Partition:s3:::cdk-hnb659fds-assets-\$\{AWS::AccountId\}-\$\{AWS::Region\}\/[0-9a-f]{64}\.zip$/,
    );
  });

  test('get user data that is small enough', () => {
    expect(Buffer.byteLength(userData)).toBeLessThan(8 * 1024);
  });

  test('unpack it, make the folder for logs, configure the agent and signal, when the user data runs', () => {
    const instance = new Machine();
    const zip = zipOf(cpInto(folder));
    instance.fake('aws', `case "$*" in *get-object*) cp '${zip}' "\${@: -1}";; esac`);
    instance.write('etc/ecs/ecs.config', '');
    const { status, output, calls } = instance.run(userData.replaceAll(' /etc/ecs/', ` ${instance.root}/etc/ecs/`));
    expect([status, output]).toEqual([0, '']);
    expect(instance.read('var/app/current/proxy/site.conf')).toBe('server {}');
    expect(instance.has('var/log/containers/web')).toBe(true);
    expect(instance.read('etc/ecs/ecs.config')).toMatch(/^ECS_AWSVPC_BLOCK_IMDS=true\n[^]*ECS_CLUSTER=\[EnvironmentCluster\w+\]\n$/);
    expect(calls.at(-1)).toBe('systemctl start --no-block cdk-dockerrun-signal.service');
  });

  test('leave the agent without a cluster when the bundle cannot be unpacked', () => {
    const instance = new Machine();
    instance.write('etc/ecs/ecs.config', '');
    instance.fake('aws', 'exit 1');
    expect(instance.run(userData.replaceAll(' /etc/ecs/', ` ${instance.root}/etc/ecs/`)).status).toBe(1);
    expect(instance.read('etc/ecs/ecs.config')).not.toContain('ECS_CLUSTER');
    expect(instance.has('var/lib/cdk-dockerrun/ready')).toBe(false);
  });

  test('are replaced when a file changes, and only then', () => {
    const dataOf = (files: Record<string, string>) => userDataOf(deploy(SourceBundle.fromDirectory(folderWith(files))).template);
    expect(dataOf({})).toBe(userData);
    expect(dataOf({ 'proxy/site.conf': 'server { }' })).not.toBe(userData);
    expect(dataOf({ 'proxy/more.conf': '' })).not.toBe(userData);
  });

  test('nothing is said about the volume, and the plan says what a change does', () => {
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('bundle'))).toEqual([]);
    const { plan } = stack.node.findChild('Environment') as EcsEnvironment;
    expect(plan.decisions.find(({ topic }) => topic === 'source bundle')).toMatchObject({
      choice: '2 files',
      reason: 'It is unpacked to /var/app/current on each instance before the agent starts; a changed bundle replaces the instances one by one, and a changed task definition rolls after that.',
    });
  });
});

test('what a volume shows and the bundle has not is named, in added services too', () => {
  const stack = new Stack(new App(), 'Test');
  const environment = new EcsEnvironment(stack, 'Environment', { sourceBundle: SourceBundle.fromDirectory(folderWith()) });
  const text = DOCKERRUN.replace('current/proxy', 'current/prosy').replace('"hostPort":80', '"hostPort":81');
  environment.addService('More', { dockerrun: Dockerrun.fromString(text) });
  const warnings = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('must be in the source bundle'));
  expect(warnings.map(({ id, entry }) => [id, String(entry.data).split(' Add it')[0]])).toEqual([[
    '/Test/Environment/More/TaskDefinition',
    '`volumes[0].host.sourcePath` must be in the source bundle, which has no "prosy", got "/var/app/current/prosy". Did you mean "proxy"?',
  ]]);
});

function cpInto(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'copy-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}
