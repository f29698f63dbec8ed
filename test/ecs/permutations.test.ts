import { DockerrunListener, DockerrunListenerRule } from '../../lib';
import { container, file, Json, templateOf } from './helpers';

/*
 * Whatever order the containers, listeners and rules stand in, and whichever of them are there, those that stay keep their
 * logical ids and priorities.
 */

const PORTS: Readonly<Record<string, number>> = { web: 8080, api: 8001, admin: 8002 };
const RULES: Readonly<Record<string, DockerrunListenerRule>> = {
  path: { pathPatterns: ['/api/*'], containerName: 'api' },
  host: { hostHeaders: ['admin.example.com'], containerName: 'admin' },
  both: { hostHeaders: ['*.example.com'], pathPatterns: ['/api/v2/*'], containerName: 'api' },
};

interface Shape {
  readonly containers: readonly string[];
  readonly listeners: readonly number[];
  readonly rules: readonly string[];
}

const ALL: Shape = { containers: ['web', 'api', 'admin'], listeners: [80, 8080, 9000], rules: ['path', 'host', 'both'] };

/** Every resource of the template: `logical id` → `type` and `priority`. */
function resources({ containers, listeners, rules }: Shape): Map<string, string> {
  const made = containers.map((name) => container(name, { portMappings: [{ hostPort: PORTS[name], containerPort: PORTS[name] }] }));
  const props = listeners.map((port): DockerrunListener => ({ port, containerName: 'web', rules: port === 80 ? rules.map((name) => RULES[name]) : [] }));
  const { Resources } = templateOf({ dockerrun: file(made), listeners: props }).toJSON();
  return new Map(Object.entries<Json>(Resources).map(([id, { Type, Properties }]) => [id, `${Type} ${Properties?.Priority ?? ''}`]));
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) => permutations(items.filter((_, index) => index !== at)).map((rest) => [item, ...rest]));
}

/** Five target groups, which is what Amazon ECS takes. */
const BASE: Shape = { ...ALL, listeners: [80, 8080] };

test.each(permutations(BASE.containers))('containers in the order %s, %s, %s change nothing', (...containers) => {
  expect(resources({ ...BASE, containers })).toEqual(resources(BASE));
});

test.each(permutations(BASE.rules))('rules in the order %s, %s, %s change nothing', (...rules) => {
  expect(resources({ ...BASE, rules })).toEqual(resources(BASE));
});

test.each(permutations(ALL.listeners))('listeners in the order %s, %s, %s change nothing', (...listeners) => {
  expect(resources({ ...ALL, rules: [], listeners })).toEqual(resources({ ...ALL, rules: [] }));
});

test.each<[string, Shape]>([
  ...BASE.rules.map((gone): [string, Shape] => [`rule ${gone}`, { ...BASE, rules: BASE.rules.filter((name) => name !== gone) }]),
  ['all rules', { ...BASE, rules: [] }],
  ['listener 8080', { ...BASE, listeners: [80] }],
])('without %s the others keep their ids and priorities', (_, shape) => {
  const [before, after] = [resources(BASE), resources(shape)];
  expect([...after].filter(([id, what]) => before.get(id) !== what)).toEqual([]);
  expect(after.size).toBeLessThan(before.size);
});
