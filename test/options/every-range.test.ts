import { Template } from 'aws-cdk-lib/assertions';
import { GivenSetting, readOptions } from '../../lib/core/reading/read-options';
import { Json } from '../ecs/helpers';
import { make, sets } from './every-option';
import { SAMPLES } from './sample-options';

/*
 * Templates that together set every option of the catalogue, on both targets. Each value that Elastic Beanstalk gets is
 * held against the form and the range that it documents; cfn-lint has the templates of native ECS in
 * `npm run verify -- templates`.
 */
const SETS = sets();

test('the templates set every option', () => {
  const set = new Set(SETS.flat().map(([namespace, name]) => `${namespace} ${name}`));
  expect(SAMPLES.filter(([, { namespace, optionName }]) => !set.has(`${namespace} ${optionName}`))).toEqual([]);
  expect(Math.max(...SETS.map(({ length }) => length))).toBeGreaterThan(40);
});

/** What the catalogue has against the options of a template whose values are known. */
function against(settings: readonly Json[]): string[] {
  const props = settings
    .filter(({ Value }) => typeof Value === 'string')
    .map(({ Namespace: namespace, OptionName: optionName, Value: value, ResourceName: resourceName }): GivenSetting =>
      ({ namespace, optionName, value, resourceName }));
  const { files } = readOptions({ sources: [], props, environment: { onBeanstalk: true } });
  return files.flatMap(({ findings }) => findings)
    .filter(({ code }) => /^DR60(06|07|1[0-3]|18)$/.test(code))
    .map(({ code, message }) => `${code} ${message}`);
}

test('a value that Elastic Beanstalk does not take is found', () => {
  const one = (OptionName: string, Value: string) => against([{ Namespace: 'aws:autoscaling:asg', OptionName, Value }]);
  expect(
    [one('MinSize', '1'), one('MinSize', '10001'), one('MinSize', 'one'), one('MinimumSize', '1')].map(
      (found) => found.length,
    ),
  ).toEqual([0, 1, 1, 1]);
});

test.each(SETS.map((set, at) => [at, set] as const))('set %d on Elastic Beanstalk', (_, set) => {
  const stack = make('beanstalk', set)!;
  const [{ Properties }] = Object.values<Json>(
    Template.fromStack(stack).findResources('AWS::ElasticBeanstalk::Environment'),
  );
  expect(Properties.OptionSettings.length).toBeGreaterThan(20);
  expect(against(Properties.OptionSettings)).toEqual([]);
});

test.each(SETS.map((set, at) => [at, set] as const))('set %d on native ECS', (_, set) => {
  expect(make('ecs', set)).toBeDefined();
});
