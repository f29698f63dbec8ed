import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as library from '../../lib';
import { VERSIONS } from '../../lib/core/app/files/typescript';
import { kebab, snake, stackName } from '../../lib/core/app/model';
import { expressionOf } from '../../lib/core/app/values';
import { environmentFields } from '../../lib/core/settings/environment-fields';
import { Fields, Row } from '../../lib/core/settings/fields/field';
import { onePerInstanceFields } from '../../lib/core/settings/service/scheduling';
import { GOOD, run } from '../cli/helpers';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'init-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => {
  const path = join(folder, 'Dockerrun.aws.json');
  writeFileSync(path, GOOD);
  return path;
};

describe('the command', () => {
  test('writes beside the bundle, which does not take the app in', () => {
    file();
    expect(run(['init', folder, '--stack', 'Shop'])).toMatchObject({ code: 0, err: `${folder}/: wrote 9 files; ${join(folder, 'cdk/README.md')} has the next commands\n` });
    const { optionSettings, ...plan } = JSON.parse(run(['plan', folder, '--json']).out) as { optionSettings: object; boot: object };
    expect(JSON.stringify(plan)).toContain('1 file"');
    expect(existsSync(join(folder, 'cdk', 'lib', 'shop-stack.ts'))).toBe(true);
  });

  test('overwrites nothing', () => {
    const path = file();
    const output = join(folder, 'app');
    run(['init', path, '--output', output, '--stack', 'Shop']);
    writeFileSync(join(output, 'cdk.json'), 'mine');
    rmSync(join(output, 'README.md'));
    expect(run(['init', path, '--output', output, '--stack', 'Shop'])).toEqual({
      code: 2, out: '',
      err: `cdk-dockerrun: init overwrites nothing, and ${output} has bin/shop.ts, lib/shop-stack.ts, test/shop-stack.test.ts, package.json, `
        + 'tsconfig.json, jest.config.js, cdk.json, .gitignore; remove them, or name another folder with --output\n',
    });
    expect([readFileSync(join(output, 'cdk.json'), 'utf8'), existsSync(join(output, 'README.md'))]).toEqual(['mine', false]);
  });

  test('leaves option settings to Elastic Beanstalk', () => {
    expect(run(['init', '.', '--target', 'beanstalk', '--options', 'props'])).toEqual({
      code: 2, out: '',
      err: 'cdk-dockerrun: --options props is only for --target ecs; Elastic Beanstalk reads the files of the bundle itself\n',
    });
  });

  test('reads a compose file as one, with its profiles and what is merged over it', () => {
    const path = join(folder, 'docker-compose.yml');
    writeFileSync(path, 'services: { web: { image: "nginx:1.29", mem_limit: 128m, ports: ["80:80"] } }\n');
    writeFileSync(join(folder, 'over.yml'), 'services: { web: { environment: { MODE: fast } } }\n');
    const flags = ['--profile', 'dev', '--override', join(folder, 'over.yml')];
    expect(run(['init', path, '--stack', 'Shop', '--output', join(folder, 'app'), ...flags])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'app/lib/shop-stack.ts'), 'utf8')).toContain(
      [
        'dockerrun: Dockerrun.fromCompose(COMPOSE_FILE, {',
        "        profiles: ['dev'],",
        "        overrides: [join(__dirname, '..', '..', 'over.yml')],",
        '      }),',
      ].join('\n'),
    );
  });

  test('names the platform of Elastic Beanstalk that reads the file', () => {
    writeFileSync(join(folder, 'docker-compose.yml'), 'services: { web: { image: "nginx:1.29", ports: ["80:80"] } }\n');
    const flags = ['--target', 'beanstalk', '--platform-version', '4.11.0', '--stack', 'Shop'];
    expect(run(['init', folder, ...flags])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'cdk/lib/shop-stack.ts'), 'utf8')).toContain(
      "platform: BeanstalkPlatform.dockerAl2023('4.11.0')",
    );
  });

  test('takes no standard input', () => {
    expect(run(['init', '-'])).toEqual({
      code: 2, out: '', err: 'cdk-dockerrun: init writes an app that reads the file, so that it takes no standard input; name the file\n',
    });
  });

  test('names the folder to give for a file with volumes of a bundle', () => {
    const path = file();
    const volumes = { volumes: [{ name: 'code', host: { sourcePath: '/var/app/current/code' } }] };
    const mounted = JSON.parse(GOOD);
    mounted.containerDefinitions[0].mountPoints = [{ sourceVolume: 'code', containerPath: '/code' }];
    writeFileSync(path, JSON.stringify({ ...mounted, ...volumes }));
    const { code, err } = run(['init', path]);
    expect([code, err.split('\n').at(-2)]).toEqual([1, 'Dockerrun.aws.json: its volumes are folders of a source bundle; name the folder that has them']);
    expect(existsSync(join(folder, 'cdk'))).toBe(false);
  });

  test('prints the findings of a file with errors, and writes nothing', () => {
    writeFileSync(file(), '{');
    expect(run(['init', folder]).code).toBe(1);
    expect(existsSync(join(folder, 'cdk'))).toBe(false);
  });
});

test.each([
  ['typescript', ['lib/shop-stack.ts', 'README.md']],
  ['python', ['shop_stack.py', 'README.md']],
])('an app in %s is what a person would write', (language, files) => {
  cpSync(join(__dirname, '..', 'cli', 'bundles', 'shop'), join(folder, 'shop'), { recursive: true });
  expect(run(['init', join(folder, 'shop'), '--language', language]).code).toBe(0);
  const text = files.map((name) => readFileSync(join(folder, 'shop', 'cdk', name), 'utf8')).join('\n');
  expect(text).toMatchGolden(join(__dirname, `shop-${language}.txt`));
});

describe('the types of rows', () => {
  const MODULES: Readonly<Record<string, object>> = { ec2, ecs, elbv2, logs };
  const rowsIn = (fields: Fields, path = ''): [string, Row][] => Object.entries(fields).flatMap(([key, { row }]) => [
    [`${path}${key}`, row] as [string, Row], ...row.item ? [[`${path}${key}[]`, row.item] as [string, Row]] : [],
    ...rowsIn(row.fields ?? row.item?.fields ?? {}, `${path}${key}.`),
  ]);
  const typed = rowsIn({ ...environmentFields, ...onePerInstanceFields }).filter(([, { type, kind }]) => type !== undefined && kind !== 'group');
  const typeOf = (name: string): unknown => {
    const [module, own] = name.includes('.') ? name.split('.') : ['', name];
    return (module === '' ? library : MODULES[module])[own as keyof object];
  };

  test.each(typed)('%s', (_, row) => {
    const type = typeOf(row.type!) as Readonly<Record<string, unknown>>;
    const values = row.choices ?? Object.keys(row.members ?? {});
    for (const value of values) {
      const written = expressionOf(row, value, '', new Map());
      if (written?.kind !== 'member') throw new Error(`${value} of ${row.type} has no member`);
      expect(String(type[written.name])).toBe(value);
    }
    if (values.length === 0) expect(typeof type).toBe('function');
  });

  test('are all that there are', () => expect(typed.length).toBeGreaterThan(10));

  test('every choice of options has a type', () => {
    const choices = rowsIn({ ...environmentFields, ...onePerInstanceFields }).filter(([, { kind, option, classic }]) => kind === 'choice' && (option ?? classic));
    expect(choices.filter(([path, { type }]) => type === undefined && !path.endsWith('unit')).map(([path]) => path)).toEqual([]);
  });
});

test('an app is written for the versions that this library is tested with', () => {
  for (const [name, version] of Object.entries(VERSIONS)) {
    expect([name, (module.require(`${name}/package.json`) as { version: string }).version]).toEqual([name, version]);
  }
});

test.each([
  ['my-shop', 'MyShop', 'my-shop'], ['MyShop', 'MyShop', 'my-shop'], ['2048', 'Dockerrun', 'dockerrun'], ['', 'Dockerrun', 'dockerrun'],
  ['a b_c.d', 'ABCD', 'abcd'], ['日本', 'Dockerrun', 'dockerrun'],
])('the folder %j is the stack %s', (given, stack, dashed) => {
  expect([stackName(given), kebab(stackName(given))]).toEqual([stack, dashed]);
});

test.each([
  ['redirectHTTP', 'redirect_http'], ['fromVpcAttributes', 'from_vpc_attributes'], ['ecsAl2023', 'ecs_al2023'],
  ['vpc.publicSubnets[0]', 'vpc.public_subnets[0]'], ['webAclArn', 'web_acl_arn'],
])('%s is %s in Python', (name, snaked) => expect(snake(name)).toBe(snaked));
