import * as spec from '@jsii/spec';
import { batchFields, beanstalkFields, splittingFields } from '../lib/core/settings/beanstalk/beanstalk';
import { containerFields } from '../lib/core/settings/containers/containers';
import { repositoryFields } from '../lib/core/settings/containers/repositories';
import { Fields, Row } from '../lib/core/settings/fields/field';
import { capacityFields, launchFields } from '../lib/core/settings/instances/instances';
import { networkFields } from '../lib/core/settings/network/network';
import { alarmFields } from '../lib/core/settings/service/alarms';
import { logFields } from '../lib/core/settings/service/logs';
import {
  groupScheduleFields, onePerInstanceFields, replicaFields, stepFields, taskScheduleFields, triggerFields,
} from '../lib/core/settings/service/scheduling';
import { strategyFields } from '../lib/core/settings/service/strategy';
import { redirectFields, responseFields } from '../lib/core/settings/traffic/action';
import { cloudFrontFields, httpApiFields } from '../lib/core/settings/traffic/front-door';
import { listenerFields, ruleFields } from '../lib/core/settings/traffic/listener';
import { loadBalancerFields } from '../lib/core/settings/traffic/load-balancer';
import { healthCheckFields } from '../lib/core/settings/traffic/target';
import { daemonFields, dispatcherFields, workerFields } from '../lib/core/settings/worker/worker';

const { statusCode: _, ...ofMessage } = responseFields;
/** Only option settings say these. */
const { breachDuration: __, unit: ____, ...ofTrigger } = triggerFields;
const { suspend: ___, ...ofSchedule } = groupScheduleFields;
const { bakeTime, role, secondTargetGroups, percent, stepPercent, stepBakeTime } = strategyFields;
/** These two are in structs of their own. */
const { networkMode, volumes, environmentProperties, ...containersOf } = containerFields;
const { vpc, vpcSubnets, loadBalancerSubnets, ...ofNewVpc } = networkFields;

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
  ['OnePerInstanceOptions', onePerInstanceFields],
  ['InstanceTrigger', ofTrigger],
  ['InstanceSchedule', ofSchedule],
  ['ReplicaOptions', replicaFields],
  ['TaskScalingStep', stepFields],
  ['TaskSchedule', taskScheduleFields],
  ['RollingOptions', { bakeTime, role, secondTargetGroups }],
  ['BlueGreenOptions', { bakeTime, role }],
  ['LinearOptions', { bakeTime, role, stepPercent, stepBakeTime }],
  ['CanaryOptions', { bakeTime, role, percent, stepBakeTime }],
  ['AlarmsProps', alarmFields],
  ['DockerrunNetworkProps', ofNewVpc],
  ['EcsNetworkProps', { vpc, vpcSubnets, loadBalancerSubnets }],
  ['ContainersProps', { ...containersOf, ...logFields }],
  ['DockerrunRepositoriesProps', repositoryFields],
  ['BeanstalkEnvironmentProps', beanstalkFields],
  ['BatchOptions', batchFields],
  ['TrafficSplittingOptions', splittingFields],
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
      const said = [must ?? '', `from ${row.form?.words ?? ''}`];
      return (text.match(RANGE) ?? [])
        .filter((found) => !said.some((one) => one.includes(found.replace(/[.,]+$/, ''))) && !found.includes(must ?? '\n'))
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
  if (max === Infinity || min === -Infinity) return undefined;
  if (kind === 'list' || kind === 'amount') return `up to ${max}`;
  if (kind === 'text') return `up to ${max} bytes`;
  if (kind === 'seconds' || kind === 'minutes') {
    const [least, most] = [min, max].map((span) => spanOf(kind === 'seconds' ? span : span * 60));
    return min === 0 ? `up to ${most}` : `from ${least} to ${most}`;
  }
  if (kind === 'percent') return `above 0 and up to ${max}`;
  return `from ${min} to ${max}${kind === 'GiB' ? ' GiB' : ''}`;
}

function spanOf(seconds: number): string {
  if (seconds < 1) return `${seconds * 1000} milliseconds`;
  const [unit, length] = UNITS.find(([, candidate]) => seconds % candidate === 0)!;
  return `${seconds / length} ${unit}${seconds === length ? '' : 's'}`;
}
