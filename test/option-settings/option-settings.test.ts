import { dirname, join } from 'node:path';
import { OptionSettings, SourceBundle } from '../../lib';
import { container } from '../ecs/helpers';
import { folder } from './folder';

const SIZE = (min: number) => `option_settings:\n  aws:autoscaling:asg:\n    MinSize: ${min}\n`;
const SAVED = (min: number) => `OptionSettings:\n  aws:autoscaling:asg:\n    MinSize: ${min}\n`;
const minOf = (settings: OptionSettings) => settings._translate({ props: [], variables: [] }, 'ecs').settings.minCapacity;
const codesOf = (findings: readonly { file: string; code: string }[]) => findings.map(({ file, code }) => `${file} ${code}`);

test('a folder: extensions, env.yaml, saved configurations, hooks', () => {
  const path = folder({
    '.ebextensions/01.config': SIZE(1), '.ebextensions/notes.txt': 'not read', 'env.yaml': SAVED(2),
    '.elasticbeanstalk/saved_configs/live.cfg.yml': SAVED(3), '.platform/hooks/prebuild/01.sh': 'true',
  });
  const settings = OptionSettings.fromDirectory(path);
  expect(minOf(settings)).toBe(3);
  expect(codesOf(settings.findings)).toEqual([
    '.ebextensions/01.config DR6020', 'env.yaml DR6020', '.platform/hooks/prebuild/01.sh DR6039',
  ]);
  expect(OptionSettings.lintDirectory(path)).toEqual(settings.findings);
});

test('one saved configuration of several', () => {
  const path = folder({ '.elasticbeanstalk/saved_configs/a.cfg.yml': SAVED(5), '.elasticbeanstalk/saved_configs/b.cfg.yml': SAVED(6) });
  expect(minOf(OptionSettings.fromDirectory(path))).toBe(6);
  expect(minOf(OptionSettings.fromDirectory(path, { savedConfiguration: 'a' }))).toBe(5);
});

test('a folder without settings says nothing, and one that is not there is refused', () => {
  expect(OptionSettings.fromDirectory(folder({})).findings).toEqual([]);
  expect(() => OptionSettings.fromDirectory('no/such/folder')).toThrow(/ENOENT.*no\/such\/folder/);
});

test('a source bundle', () => {
  const dockerrun = JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions: [container('web')] });
  const bundle = SourceBundle.fromDirectory(folder({ 'Dockerrun.aws.json': dockerrun, '.ebextensions/01.config': SIZE(7) }));
  expect(minOf(OptionSettings.fromSourceBundle(bundle))).toBe(7);
});

test('the description of an environment', () => {
  const described = { ConfigurationSettings: [{ OptionSettings: [{ Namespace: 'aws:autoscaling:asg', OptionName: 'MinSize', Value: '4' }] }] };
  const path = join(folder({ 'described.json': JSON.stringify(described), 'broken.json': '{' }), 'described.json');
  expect(minOf(OptionSettings.fromConfigurationSettings(path))).toBe(4);
  expect(OptionSettings.lintConfigurationSettings(path)).toEqual([]);
  expect(codesOf(OptionSettings.lintConfigurationSettings(join(dirname(path), 'broken.json')))).toEqual(['broken.json DR0007']);
});

test('all errors of all files at once', () => {
  const path = folder({ '.ebextensions/01.config': 'option_settings: {', '.ebextensions/02.config': SIZE(1), 'env.yaml': 'OptionSettings: [' });
  const message = (() => {
    try {
      return OptionSettings.fromDirectory(path);
    } catch (error) {
      return (error as Error).message;
    }
  })() as string;
  expect(message.split('\n')[0]).toBe('the option settings cannot be used: 2 errors');
  expect(message.match(/^error .*$/gm)).toEqual([
    expect.stringMatching(/^error DR6001 invalid-yaml {2}\.ebextensions\/01\.config:/), expect.stringMatching(/^error DR6001 invalid-yaml {2}env\.yaml:/),
  ]);
  expect(OptionSettings.lintDirectory(path)).toHaveLength(2);
});

test('strict mode makes warnings about keys errors', () => {
  const path = folder({ '.ebextensions/01.config': SIZE(1).replace('MinSize', 'MinSizes') });
  expect(codesOf(OptionSettings.fromDirectory(path).findings)).toEqual(['.ebextensions/01.config DR6011']);
  expect(() => OptionSettings.fromDirectory(path, { strict: true })).toThrow('the option settings cannot be used: 1 error');
});
