import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './helpers';

/*
 * Words that every object of JavaScript answers to. Wherever they stand, they are words like others.
 */
const NAMES = ['constructor', '__proto__', 'toString'];

const FILES: Readonly<Record<string, string>> = {
  'Dockerrun.aws.json': JSON.stringify({
    AWSEBDockerrunVersion: 2,
    containerDefinitions: [
      {
        name: 'web', image: 'example/web:1', memory: 64, links: ['other'], environment: [{ name: 'A', value: 'b' }],
        portMappings: [{ hostPort: 80, containerPort: 80 }], mountPoints: [{ sourceVolume: 'v', containerPath: '/v' }],
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'g' } }, dockerLabels: { a: 'b' },
      },
      { name: 'other', image: 'example/other:1', memory: 64 },
    ],
    volumes: [{ name: 'v', host: { sourcePath: '/v' } }],
  }),
  '.ebextensions/a.config': JSON.stringify({
    option_settings: {
      'aws:autoscaling:launchconfiguration': { InstanceType: 't3.small' },
      'aws:elb:listener:443': { ListenerProtocol: 'TCP', InstancePort: '80' },
      'aws:elasticbeanstalk:application:environment': { A: 'b' },
    },
    Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q' } } },
    files: { '/a': { content: 'b', mode: '000644' } },
  }),
  'env.yaml': JSON.stringify({
    EnvironmentTier: { Name: 'WebServer', Type: 'Standard' },
    OptionSettings: { 'aws:autoscaling:asg': { MinSize: '1' } },
  }),
  '.elasticbeanstalk/saved_configs/saved.cfg.yml': JSON.stringify({
    OptionSettings: { 'aws:autoscaling:asg': { MaxSize: '2' } }, Platform: { PlatformArn: 'a' },
  }),
};

/** The text with one of its words replaced, for each of them, and with a key more in each object. */
function* withName(text: string, name: string): Generator<string> {
  for (const { index, 0: word } of text.matchAll(/"[^"]*"/g)) {
    yield `${text.slice(0, index)}${JSON.stringify(name)}${text.slice(index + word.length)}`;
  }
  for (const { index } of text.matchAll(/\{(?=")/g)) {
    yield `${text.slice(0, index + 1)}${JSON.stringify(name)}:1,${text.slice(index + 1)}`;
  }
}

const root = mkdtempSync(join(tmpdir(), 'names-'));
afterAll(() => rmSync(root, { recursive: true }));

function place(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const CALLS = [['check'], ['plan'], ['check', '--target', 'beanstalk']];

test.each(Object.keys(FILES))('%s with an inherited name at each place is read or refused', (path) => {
  const odd: string[] = [];
  for (const name of NAMES) {
    for (const text of withName(FILES[path], name)) {
      for (const [other, whole] of Object.entries(FILES)) place(other, other === path ? text : whole);
      for (const call of CALLS) {
        const { code, out, err } = run([...call, root, '--saved-configuration', 'saved']);
        if (code > 2 || /native code|TypeError|\[object/.test(out + err)) odd.push(`${call.join(' ')}: ${text}`);
      }
    }
  }
  expect(odd).toEqual([]);
});

test('a network mode with an inherited name is refused', () => {
  for (const [path, text] of Object.entries(FILES)) place(path, text);
  const { code, out } = run(['check', '--network-mode', 'constructor', root]);
  expect(code).toBe(1);
  expect(out).toContain('networkMode must be');
});
