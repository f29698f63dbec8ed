import * as spec from '@jsii/spec';
import { Fields, Row } from '../lib/core/settings/fields/field';
import { capacityFields, launchFields } from '../lib/core/settings/instances/instances';
import { daemonFields, dispatcherFields, workerFields } from '../lib/core/settings/worker/worker';

/** The struct whose props each table has the rows of. */
export const TABLES: readonly (readonly [string, Fields])[] = [
  ['EcsCapacityProps', { ...capacityFields, ...launchFields }],
  ['DockerrunWorker', workerFields],
  ['DaemonOptions', daemonFields],
  ['DispatcherOptions', dispatcherFields],
];

const UNITS = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]] as const;

/** What looks like a range. */
const RANGE = /\bfrom an? \w+ to |\bfrom \d+(?: \w+)? to [\d.,]+(?: \w+)?|\bup to \d+(?: \w+)?/g;

/** Every prop whose text has another range than its row, or whose row is no prop at all. */
export function rangeViolations({ name: library, types = {} }: spec.Assembly, tables = TABLES): string[] {
  return tables.flatMap(([name, fields]) => {
    const type = types[`${library}.${name}`];
    const bases = spec.isInterfaceType(type) ? [type, ...(type.interfaces ?? []).map((fqn) => types[fqn])] : [];
    const properties = bases.flatMap((base) => (spec.isInterfaceType(base) ? base.properties ?? [] : []));
    const props = new Map(properties.map((prop) => [prop.name, prop.docs ?? {}]));
    return Object.entries(fields).flatMap(([key, { row }]) => {
      const docs = props.get(key);
      if (!docs) return [`${name}.${key}: has a row, and is no prop`];
      const text = `${docs.summary ?? ''} ${docs.remarks ?? ''}`.replace(/\s+/g, ' ');
      const must = rangeOf(row);
      if (must !== undefined && !text.includes(must)) return [`${name}.${key}: must say "${must}"`];
      return (text.match(RANGE) ?? []).filter((found) => !must?.includes(found.replace(/[.,]+$/, '')) && !found.includes(must ?? '\n'))
        .map((found) => `${name}.${key}: says "${found}", which its row does not`);
    });
  });
}

/** The range of a row, as the text of its prop says it; nothing where AWS has no bound that somebody would reach. */
function rangeOf({ kind, min = 0, max = Infinity }: Row): string | undefined {
  if (max === Infinity) return undefined;
  if (kind === 'list' || kind === 'amount') return `up to ${max}`;
  if (kind === 'seconds') return min === 0 ? `up to ${spanOf(max)}` : `from ${spanOf(min)} to ${spanOf(max)}`;
  return `from ${min} to ${max}${kind === 'GiB' ? ' GiB' : ''}`;
}

function spanOf(seconds: number): string {
  const [unit, length] = UNITS.find(([, candidate]) => seconds % candidate === 0)!;
  return `${seconds / length} ${unit}${seconds === length ? '' : 's'}`;
}
