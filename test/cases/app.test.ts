import { App, Stack } from 'aws-cdk-lib';
import { BeanstalkEnvironment, Dockerrun, EcsEnvironment } from '../../lib';
import { environmentSettings } from '../../lib/shared/settings/settings';
import { Case, mendedText, textOf } from './case';
import { changed } from './paths';
import { propsOf } from './props';
import { TargetCase, targetCases } from './stages';

/** What is no prop of an environment, but a fact about what stands beside it. */
const BESIDE = ['facts', 'neighbors', 'rules', 'networkRoutes', 'sharedListeners', 'loadBalancerKind', 'imageNames', 'repositories'];

type Settings = NonNullable<TargetCase['settings']>;

function settingsAfter({ given, fixed }: Case<TargetCase>): Settings {
  return changed(given.settings, fixed?.settings);
}

function isApp(one: Case<TargetCase>): boolean {
  const settings = settingsAfter(one);
  const isKnown = !/"(cronTasks|breachDuration|unresolved)":/.test(JSON.stringify(settings));
  return one.fixed?.settings !== undefined && isKnown && Object.keys(settings).every((key) => !BESIDE.includes(key));
}

/** One for each rule. */
const apps = [...new Map(targetCases().filter(isApp).reverse().map((one) => [one.rule, one])).values()];

test('most twins are apps', () => {
  expect(apps.length).toBeGreaterThan(90);
});

test.each(apps.map((one) => [one.rule, one.name, one] as const))('%s: %s', (_rule, _name, one) => {
  const settings = settingsAfter(one);
  const app = new App({ treeMetadata: false, analyticsReporting: false });
  const stack = new Stack(app, 'Twin', { env: { account: '123456789012', region: 'eu-west-1' } });
  const text = textOf(mendedText(one.given, one.fixed!));
  stack.node.setContext('dockerrun', text);
  const dockerrun = Dockerrun.fromString(text);
  const props = { dockerrun, ...propsOf<object>({ ...settings }, stack) };
  if (one.given.target === 'beanstalk') {
    new BeanstalkEnvironment(stack, 'Environment', props);
  } else {
    new EcsEnvironment(stack, 'Environment', props);
    expect(environmentSettings(props)).toMatchObject(settings);
  }
  expect(app.synth().stacks).toHaveLength(1);
});
