import { Severity } from '../../../finding/finding';
import { hasSecondGroups, runsTwice } from '../../../settings/service/scheduling';
import { servedMappings } from '../../../settings/traffic/host-bonds';
import { TrafficSettings } from '../../../settings/traffic/traffic';
import { DockerrunSpec } from '../../../spec/model';
import { TargetRule } from '../target-rule';

export const idleStrategySetting: TargetRule = {
  code: 'DR4087',
  name: 'idle-strategy-setting',
  severity: Severity.ERROR,
  summary: 'Everything that a strategy is given has something to do.',
  reason:
    'There are second target groups, and a role that moves requests between them, only behind a load balancer; a '
    + 'rolling deployment waits for alarms alone.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    for (const [prop, without, hint] of idleIn(spec, settings)) {
      report(
        at(spec),
        `scheduling.strategy.${prop} must be left out without ${without}, got ${prop === 'bakeTime' ? 'one' : 'it'}.`,
        hint, [`scheduling.strategy.${prop}`],
      );
    }
  },
};

type Idle = readonly [prop: string, without: string, hint: string];

function idleIn(spec: DockerrunSpec, settings: TrafficSettings): Idle[] {
  const { scheduling, alarms } = settings;
  if (scheduling?.kind !== 'replicas' || !scheduling.strategy) return [];
  const { secondTargetGroups, role, bakeTime } = scheduling.strategy;
  const isServed = servedMappings(spec, settings).length > 0;
  const watched = (scheduling.deploymentAlarms ?? 0) > 0 || alarms?.rollbackOnUnhealthyHosts === true;
  return [
    ...(secondTargetGroups && !isServed
      ? [['secondTargetGroups', 'a load balancer', 'Remove it, or add a listener.'] as const]
      : []),
    ...(role && !(isServed && hasSecondGroups(scheduling))
      ? [['role', 'second target groups', 'Remove it.'] as const]
      : []),
    ...(bakeTime !== undefined && !runsTwice(scheduling) && !watched
      ? [['bakeTime', 'deploymentAlarms', 'Remove it, or give deploymentAlarms.'] as const]
      : []),
  ];
}
