import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { CfnEnvironment } from 'aws-cdk-lib/aws-elasticbeanstalk';
import { faultsOf, walkStack } from '../beanstalk/walks';
import { appOf } from './run-app';

/*
 * What holds for every environment of Elastic Beanstalk in the examples: each of its listeners leads to a container, and no
 * rule lets more through than that takes.
 */
const EXAMPLES = join(__dirname, '..', '..', 'examples');
const NAMES = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

const hasEnvironment = (stack: Stack) => stack.node.findAll().some((child) => CfnEnvironment.isCfnEnvironment(child));
const stacksOf = (name: string) => appOf(join(EXAMPLES, name, 'app.ts'), {}).node.findAll().filter(Stack.isStack).filter(hasEnvironment);

const STACKS = NAMES.flatMap((name) => stacksOf(name).map((stack) => [`${name} ${stack.stackName}`, stack] as const));

test('there are environments', () => {
  expect(STACKS.map(([name]) => name)).toContain('beanstalk-multicontainer BeanstalkMulticontainer');
});

test.each(STACKS)('%s: every listener leads to a container', (_, stack) => {
  const walk = walkStack(stack);
  expect(faultsOf(walk)).toEqual([]);
  expect(walk.listeners.filter(({ paths }) => paths.length === 0)).toEqual([]);
});
