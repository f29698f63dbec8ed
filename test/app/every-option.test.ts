import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import * as library from '../../lib';
import { Call, parse } from '../../lib/cli/args';
import { readInput } from '../../lib/cli/input';
import { planEcs } from '../../lib/core/plan/ecs/ecs';
import { Plan } from '../../lib/core/plan/ecs/plan';
import { answerTo } from '../../lib/core/translation/answers';
import { settle } from '../../lib/core/translation/settle';
import { EcsEnvironmentProps } from '../../lib/ecs/environment-props';
import { environmentSettings } from '../../lib/shared/settings/settings';
import { ioFor } from '../cli/helpers';
import { FILE, Sample, SAMPLES } from '../options/sample-options';
import { evaluate, write } from './compare';

/*
 * Every option that becomes a prop is written as one: the props of the app alone, without the files that they come from,
 * make the plan that the files make.
 */

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'every-option-')); });
afterEach(() => rmSync(folder, { recursive: true }));

function bundleWith({ namespace, optionName, value, beside }: Sample): string {
  const entries = [[namespace, optionName, value], ...beside].map(([own, option_name, text]) => ({
    namespace: own, option_name, value: text, ...own.includes('scheduledaction') && { resource_name: 'Own' },
  }));
  const bundle = join(folder, 'bundle');
  mkdirSync(join(bundle, '.ebextensions'), { recursive: true });
  writeFileSync(join(bundle, 'Dockerrun.aws.json'), FILE);
  writeFileSync(join(bundle, '.ebextensions', '01.config'), JSON.stringify({ option_settings: entries }));
  return bundle;
}

/** The props of the environment in a written app. */
function propsIn(stackFile: string): EcsEnvironmentProps {
  let props: EcsEnvironmentProps | undefined;
  class Captured extends Construct {
    constructor(scope: Construct, id: string, given: EcsEnvironmentProps) {
      super(scope, id);
      props = given;
    }
  }
  const made = evaluate(stackFile, { ...library, EcsEnvironment: Captured });
  new (made.BundleStack as new (scope: Construct, id: string) => Stack)(new App(), 'Bundle');
  return props!;
}

type Run = Extract<Call, { kind: 'run' }>;

const withoutReasons = ({ decisions, ...plan }: Plan): object => plan;

const PROPS = SAMPLES.filter(([, { namespace, optionName, value }]) => answerTo(namespace, optionName, value)?.kind === 'becomes');

test.each(PROPS)('%s', (_, sample) => {
  const bundle = bundleWith(sample);
  const { plan, document, gathered } = readInput((parse(['init', bundle]) as Run).args, ioFor().io);
  if (!plan || !document) return;
  const written = write(bundle, join(folder, 'app'));
  if (typeof written === 'string') throw new Error(written);
  const props = propsIn(written.files.find((file) => file.endsWith('-stack.ts'))!);
  const { settings } = settle({ ...environmentSettings(props), facts: gathered.settings.facts }, undefined, 'ecs');
  const own = planEcs(document, settings).plan;
  expect(own && withoutReasons(own)).toEqual(withoutReasons(plan as Plan));
});
