import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { CfnEnvironment } from 'aws-cdk-lib/aws-elasticbeanstalk';
import { faultsOf, walkStack } from '../beanstalk/walks';
import { Clients } from '../walker/front';
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

/** Listeners that are not for everybody. */
const CLIENTS: Readonly<Record<string, Clients>> = {
  'stay-then-move Stay': { 8080: ['203.0.113.0/24'] },
};

test('there are environments', () => {
  expect(STACKS.map(([name]) => name)).toEqual(expect.arrayContaining(['beanstalk-multicontainer BeanstalkMulticontainer', ...Object.keys(CLIENTS)]));
});

test.each(STACKS)('%s: every listener leads to a container', (name, stack) => {
  const walk = walkStack(stack, CLIENTS[name]);
  expect(faultsOf(walk)).toEqual([]);
  expect(walk.listeners.filter(({ paths }) => paths.length === 0)).toEqual([]);
  expect(walk.environments.flatMap(({ paths }) => paths).length + walk.listeners.length).toBeGreaterThan(0);
});
