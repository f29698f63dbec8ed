import { Severity } from '../../../finding/finding';
import { faultsIn } from '../../../settings/fields/faults';
import { replicaCounts } from '../../../settings/service/replica-counts';
import { onePerInstanceFields, replicaFields, ReplicaSettings } from '../../../settings/service/scheduling';
import { TargetRule } from '../target-rule';

export const invalidScheduling: TargetRule = {
  code: 'DR4070',
  name: 'invalid-scheduling',
  severity: Severity.ERROR,
  summary: 'Every prop of scheduling is within the range that AWS accepts, and the numbers of tasks are in order.',
  reason: 'AWS refuses the service, its strategy or its scaling otherwise.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html',
  fields: [],
  concerns: 'service',
  check(spec, { scheduling }, { at, report }) {
    if (!scheduling) return;
    const faults = scheduling.kind === 'replicas'
      ? faultsIn(replicaFields, scheduling, 'scheduling')
      : faultsIn(onePerInstanceFields, scheduling, 'scheduling');
    for (const fault of faults) {
      report(at(spec), fault.message, fault.hint, [fault.prop]);
    }
    if (faults.length > 0 || scheduling.kind !== 'replicas') return;
    for (const [prop, must, got, hint] of unordered(scheduling)) {
      report(at(spec), `scheduling.${prop} ${must}, got ${got}.`, hint, [`scheduling.${prop}`]);
    }
  },
};

function unordered(scheduling: ReplicaSettings): (readonly [prop: string, must: string, got: number, hint: string])[] {
  const { desired, min, max } = replicaCounts(scheduling);
  if (min > max) {
    const prop = scheduling.min === undefined ? 'desired' : 'min';
    return [[prop, `must be at most max, which is ${max}`, min, `Set max: ${min}, or lower ${prop}.`]];
  }
  if (desired < min) {
    return [['desired', `must be at least min, which is ${min}`, desired, `Set desired: ${min}, or lower min.`]];
  }
  return desired > max
    ? [['desired', `must be at most max, which is ${max}`, desired, `Set max: ${desired}, or lower desired.`]]
    : [];
}
