import { nearest } from '../../finding/suggest';
import { AUTO_SCALING } from './auto-scaling';
import { CLASSIC_LOAD_BALANCER } from './classic-load-balancer';
import { DATABASE } from './database';
import { ENVIRONMENT } from './environment';
import { INSTANCES } from './instances';
import { LOAD_BALANCER } from './load-balancer';
import { OPERATIONS } from './operations';
import { CatalogueNamespace, CatalogueOption } from './option';
import { OTHER_PLATFORMS } from './other-platforms';
import { WORKER } from './worker';

/** Every documented namespace of Elastic Beanstalk. */
export const CATALOGUE: readonly CatalogueNamespace[] = [
  ...AUTO_SCALING, ...INSTANCES, ...LOAD_BALANCER, ...CLASSIC_LOAD_BALANCER,
  ...ENVIRONMENT, ...OPERATIONS, ...WORKER, ...DATABASE, ...OTHER_PLATFORMS,
];

const BY_NAME = new Map(CATALOGUE.map((namespace) => [namespace.name, namespace]));

/** The namespaces with a name of the user's at their end, by what stands before it. */
const BY_PREFIX = new Map(
  CATALOGUE.filter(({ name }) => name.endsWith('>')).map((namespace) => [namespace.name.replace(/<.*/, ''), namespace]),
);

/** The namespace of this name. Beanstalk minds the case. */
export function findNamespace(name: string): CatalogueNamespace | undefined {
  const exact = BY_NAME.get(name);
  if (exact || name.endsWith('>')) return exact;
  const end = name.lastIndexOf(':') + 1;
  const prefixed = end < name.length ? BY_PREFIX.get(name.slice(0, end)) : undefined;
  const onlyPort = prefixed?.name.endsWith('<port>') === true;
  return onlyPort && !isPort(name.slice(end)) ? undefined : prefixed;
}

/** The option of this name in this namespace. Beanstalk minds the case of both. */
export function findOption(namespace: string, name: string): CatalogueOption | undefined {
  return findNamespace(namespace)?.options.find((option) => option.name === name);
}

/** The namespace that a wrong one may mean. */
export function nearestNamespace(name: string): string | undefined {
  const end = name.lastIndexOf(':') + 1;
  const own = name.slice(end);
  const concrete = [...BY_PREFIX].flatMap(([prefix, namespace]) =>
    namespace.name.endsWith('<port>') && !isPort(own) ? [] : [`${prefix}${own}`],
  );
  return nearest(name, [...BY_NAME.keys(), ...concrete]);
}

/** The option that a wrong name may mean. */
export function nearestOption(namespace: CatalogueNamespace, name: string): string | undefined {
  return nearest(name, namespace.options.map((option) => option.name));
}

/** The namespaces with an option of this name. */
export function namespacesWith(option: string): string[] {
  return CATALOGUE.filter(({ options }) => options.some(({ name }) => name === option)).map(({ name }) => name);
}

function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535;
}
