import * as spec from '@jsii/spec';
import { Fields, Row } from '../lib/core/settings/fields/field';
import { capacityFields, launchFields } from '../lib/core/settings/instances/instances';
import { redirectFields, responseFields } from '../lib/core/settings/traffic/action';
import { cloudFrontFields, httpApiFields } from '../lib/core/settings/traffic/front-door';
import { listenerFields, ruleFields } from '../lib/core/settings/traffic/listener';
import { loadBalancerFields } from '../lib/core/settings/traffic/load-balancer';
import { healthCheckFields } from '../lib/core/settings/traffic/target';
import { daemonFields, dispatcherFields, workerFields } from '../lib/core/settings/worker/worker';

const { statusCode: _, ...ofMessage } = responseFields;

/** The struct whose props each table has the rows of. */
export const TABLES: readonly (readonly [string, Fields])[] = [
  ['EcsCapacityProps', { ...capacityFields, ...launchFields }],
  ['DockerrunWorker', workerFields],
  ['DaemonOptions', daemonFields],
  ['DispatcherOptions', dispatcherFields],
  ['DockerrunListener', listenerFields],
  ['DockerrunListenerRule', ruleFields],
  ['DockerrunHealthCheck', healthCheckFields],
  ['EcsLoadBalancerProps', loadBalancerFields],
  ['HttpApiDoorOptions', httpApiFields],
  ['CloudFrontDoorOptions', cloudFrontFields],
  ['DockerrunFixedResponseOptions', ofMessage],
  ['DockerrunRedirectOptions', redirectFields],
];

const UNITS = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]] as const;

/** What looks like a range. */
const RANGE = /\bfrom an? \w+ to |\bfrom \d+(?: \w+)? to [\d.,]+(?: \w+)?|\bup to \d+(?: \w+)?/g;

/** Every prop whose text has another range than its row, or whose row is no prop at all. */
export function rangeViolations({ name: library, types = {} }: spec.Assembly, tables = TABLES): string[] {
  return tables.flatMap(([name, fields]) => {
    const properties = propertiesOf(types[`${library}.${name}`], types);
    const props = new Map(properties.map((prop) => [prop.name, prop.docs ?? {}]));
    return Object.entries(fields).flatMap(([key, { row }]) => {
      const docs = props.get(row.name ?? key);
      if (!docs) return [`${name}.${key}: has a row, and is no prop`];
      const text = `${docs.summary ?? ''} ${docs.remarks ?? ''}`.replace(/\s+/g, ' ');
      const must = rangeOf(row);
      if (must !== undefined && !text.includes(must)) return [`${name}.${key}: must say "${must}"`];
      return (text.match(RANGE) ?? []).filter((found) => !must?.includes(found.replace(/[.,]+$/, '')) && !found.includes(must ?? '\n'))
        .map((found) => `${name}.${key}: says "${found}", which its row does not`);
    });
  });
}

/** The props of a struct, with those that it inherits. */
function propertiesOf(type: spec.Type | undefined, types: Readonly<Record<string, spec.Type>>): spec.Property[] {
  if (!spec.isInterfaceType(type)) return [];
  return [...type.properties ?? [], ...(type.interfaces ?? []).flatMap((fqn) => propertiesOf(types[fqn], types))];
}

/** The range of a row, as the text of its prop says it; nothing where AWS has no bound that somebody would reach. */
function rangeOf({ kind, min = 0, max = Infinity }: Row): string | undefined {
  if (max === Infinity) return undefined;
  if (kind === 'list' || kind === 'amount') return `up to ${max}`;
  if (kind === 'text') return `up to ${max} bytes`;
  if (kind === 'seconds') return min === 0 ? `up to ${spanOf(max)}` : `from ${spanOf(min)} to ${spanOf(max)}`;
  return `from ${min} to ${max}${kind === 'GiB' ? ' GiB' : ''}`;
}

function spanOf(seconds: number): string {
  if (seconds < 1) return `${seconds * 1000} milliseconds`;
  const [unit, length] = UNITS.find(([, candidate]) => seconds % candidate === 0)!;
  return `${seconds / length} ${unit}${seconds === length ? '' : 's'}`;
}
