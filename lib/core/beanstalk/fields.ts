import { findOption } from '../options/catalogue';
import { LoadBalancerKind } from '../options/catalogue/option';
import { Fields, Row } from '../settings/fields/field';
import { Written } from './option';

/** The options that props of a plan become, as far as they are about this kind of load balancer, if about any. */
export function optionsOf(fields: Fields, plan: object, kind?: LoadBalancerKind): Record<string, Written> {
  const values = plan as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(fields).flatMap(([key, { row }]) => optionsFor(row, values[key], kind)));
}

/** An empty text or null is none, and a figure that has to be switched on says the usual one beside 0. */
function optionsFor({ fields, option }: Row, value: unknown, kind: LoadBalancerKind | undefined): [string, Written][] {
  if (value === undefined || value === null || value === '') return [];
  if (fields) return Object.entries(optionsOf(fields, value as object, kind));
  if (!option || (kind && option.loadBalancers?.includes(kind) === false)) return [];
  const { name, namespace, on, usual, beside } = option;
  if (on === undefined) return [[name, value as Written]];
  const besides = beside === undefined ? [] : [[beside, findOption(namespace, beside)!.default!] as [string, Written]];
  return [[on, value !== 0], [name, value === 0 ? usual! : value as Written], ...besides];
}
