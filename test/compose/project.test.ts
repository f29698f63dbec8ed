import { containersOf, Given, reading } from './read';

const BASE = 'docker-compose.yml';
const OVER = 'docker-compose.override.yml';

function merged(base: string, over: string) {
  return containersOf({ files: { [BASE]: base, [OVER]: over }, merged: [BASE, OVER] });
}

const one = (lines: string) => `services:\n  web:\n${lines.split('\n').map((line) => `    ${line}\n`).join('')}`;

describe('two files', () => {
  test.each<[string, string, string, object]>([
    ['a value is replaced', 'user: a', 'user: b', { user: 'b' }],
    ['variables go together by name', 'environment: { A: 1, B: 1 }', 'environment: ["B=2", "C=2"]', {
      environment: [{ name: 'A', value: '1' }, { name: 'B', value: '2' }, { name: 'C', value: '2' }],
    }],
    ['a command is replaced', 'command: [a, b]', 'command: [c]', { command: ['c'] }],
    ['ports add up', 'ports: ["80:80"]', 'ports: ["80:80", "81:81"]', {
      portMappings: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 81 }],
    }],
    ['a mount is replaced by its target', 'volumes: ["./a:/x", "./c:/y"]', 'volumes: ["./b:/x"]', {
      mountPoints: [{ sourceVolume: 'b', containerPath: '/x' }, { sourceVolume: 'c', containerPath: '/y' }],
    }],
    ['a tag takes away', 'ports: ["80:80"]\nuser: app', 'ports: !reset []\nuser: !reset null', {}],
    ['a tag replaces', 'ports: ["80:80"]', 'ports: !override ["81:81"]', { portMappings: [{ containerPort: 81, hostPort: 81 }] }],
    ['options of one log driver go together', 'logging: { driver: json-file, options: { max-size: 1m } }', 'logging: { options: { max-file: 2 } }', {
      logConfiguration: { logDriver: 'json-file', options: { 'max-size': '1m', 'max-file': '2' } },
    }],
    ['another log driver has its own', 'logging: { driver: json-file, options: { max-size: 1m } }', 'logging: { driver: syslog }', {
      logConfiguration: { logDriver: 'syslog' },
    }],
    ['no value leaves the other', 'user: app', 'user:', { user: 'app' }],
  ])('%s', (_name, base, over, expected) => {
    const [{ name, image, memory, ...parts }] = merged(one(`image: nginx:1.29\nmem_limit: 64m\n${base}`), one(over));
    expect([name, image, memory]).toEqual(['web', 'nginx:1.29', 64]);
    expect(parts).toEqual(expected);
  });

  test('a finding names its file and the line there', () => {
    const { findings } = reading({ files: { [BASE]: one('image: a:1\nmem_limit: 64m'), [OVER]: one('cpus: 1') }, merged: [BASE, OVER] });
    expect(findings.filter(({ code }) => code === 'DR7010').map(({ code, otherFile, line, path }) => ({ code, otherFile, line, path }))).toEqual([
      { code: 'DR7010', otherFile: OVER, line: 3, path: 'services.web.cpus' },
    ]);
  });

  test('depends_on goes together in both forms', () => {
    const others = ['a', 'b'].map((name) => `  ${name}:\n    image: x:1\n    mem_limit: 64m\n    healthcheck: { test: x }\n`).join('');
    const [web] = merged(`${one('image: n:1\nmem_limit: 64m\ndepends_on: [a]')}${others}`, one('depends_on: { b: { condition: service_healthy } }'));
    expect(web.dependsOn).toEqual([{ containerName: 'a', condition: 'START' }, { containerName: 'b', condition: 'HEALTHY' }]);
  });
});

describe('extends', () => {
  test('another file, whose paths start there', () => {
    const [web] = containersOf({
      files: {
        [BASE]: one('extends: { file: common/base.yml, service: app }\nenvironment: { B: 2 }'),
        'common/base.yml': 'services:\n  app:\n    image: a:1\n    mem_limit: 64m\n    environment: { A: 1, B: 1 }\n    env_file: x.env\n    volumes: ["./conf:/conf"]\n',
        'common/x.env': 'X=x',
      },
    });
    expect(web.environment!.map(({ name, value }) => `${name}=${value}`)).toEqual(['X=x', 'A=1', 'B=2']);
    expect(web.mountPoints).toEqual([{ sourceVolume: 'common-conf', containerPath: '/conf' }]);
  });

  test('a chain in one file', () => {
    const text = 'services:\n  a: { image: "a:1", mem_limit: 64m }\n  b: { extends: a, user: app }\n  c: { extends: { service: b }, image: "c:1" }\n';
    const [, , c] = containersOf({ files: { [BASE]: text } });
    expect(c).toMatchObject({ image: 'c:1', user: 'app', memory: 64 });
  });
});

test('include brings the services of another file', () => {
  const names = containersOf({
    files: { [BASE]: `include: [db/compose.yml]\n${one('image: a:1\nmem_limit: 64m\ndepends_on: [db]')}`, 'db/compose.yml': 'services:\n  db: { image: "p:1", mem_limit: 64m }\n' },
  }).map(({ name }) => name);
  expect(names.sort()).toEqual(['db', 'web']);
});

test('anchors, merge keys and several documents are read', () => {
  const text = 'x-a: &a { mem_limit: 64m, user: a }\nx-b: &b { user: b, tty: true }\n'
    + 'services:\n  web:\n    <<: [*a, *b]\n    image: n:1\n---\nservices:\n  web:\n    hostname: h\n';
  const [web] = containersOf({ files: { [BASE]: text } });
  expect(web).toMatchObject({ memory: 64, user: 'a', pseudoTerminal: true, hostname: 'h' });
});

test.each([[[], ['web']], [['a'], ['web', 'a']], [['b', 'a'], ['web', 'a', 'b']], [['*'], ['web', 'a', 'b']]])('profiles %j', (profiles, expected) => {
  const text = `${one('image: n:1\nmem_limit: 64m')}  a: { image: "a:1", mem_limit: 64m, profiles: [a] }\n  b: { image: "b:1", mem_limit: 64m, profiles: [b, c] }\n`;
  expect(containersOf({ files: { [BASE]: text }, profiles }).map(({ name }) => name)).toEqual(expected);
});

describe('links', () => {
  const linksOf = (services: string): object => Object.fromEntries(
    containersOf({ files: { [BASE]: `services:\n${services}` } }).map(({ name, links }) => [name!, links]),
  );
  const plain = (name: string, rest = '') => `  ${name}: { image: "x:1", mem_limit: 64m${rest} }\n`;

  test.each<[string, string, object]>([
    ['depends_on', plain('web', ', depends_on: [db]') + plain('db'), { web: ['db'] }],
    ['links with another name', plain('web', ', links: ["db:sql"]') + plain('db'), { web: ['db:sql', 'db'] }],
    ['an address in a variable', plain('web', ', environment: { U: "redis://db:6379" }') + plain('db'), { web: ['db'] }],
    ['a host in a variable', plain('web', ', environment: { DB_HOST: db }') + plain('db'), { web: ['db'] }],
    ['the same word elsewhere', plain('web', ', environment: { DB_NAME: db }') + plain('db'), {}],
    ['an address in a command', plain('web', ', command: ["wait", "db:5432"]') + plain('db'), { web: ['db'] }],
    ['an alias', plain('web', ', depends_on: [db]') + plain('db', ', networks: { default: { aliases: [sql] } }'), { web: ['db:sql', 'db'] }],
    ['what clients reach', plain('web', ', ports: ["80:80"]') + plain('db'), { web: ['db'] }],
    ['networks apart', `${plain('web', ', networks: [a], depends_on: [db]')}${plain('db', ', networks: [b]')}networks: { a: {}, b: {} }\n`, {}],
    ['a circle', plain('web', ', links: [db]') + plain('db', ', environment: { W: "http://web:80" }'), { web: ['db'] }],
  ])('%s', (_name, services, expected) => {
    expect(linksOf(services)).toEqual({ web: undefined, db: undefined, ...expected });
  });
});

test.each<[string, Given]>([
  ['nothing', { files: { [BASE]: '' } }],
  ['a list', { files: { [BASE]: '- a\n' } }],
  ['services as a list', { files: { [BASE]: 'services: [web]\n' } }],
  ['an empty service', { files: { [BASE]: 'services:\n  web:\n' } }],
  ['keys of objects', { files: { [BASE]: 'services:\n  constructor: { image: "a:1", __proto__: 1 }\n  toString: { extends: valueOf }\n' } }],
  ['values of the wrong kind', { files: { [BASE]: one('image: [1]\nports: { a: 1 }\nenvironment: 5\nvolumes: 3\nhealthcheck: x\ndeploy: []\nlogging: x\nbuild: []') } }],
])('%s is told about and never thrown', (_name, given) => {
  expect(() => reading(given)).not.toThrow();
});
