import { Severity } from '../../../finding/finding';
import { faultsIn } from '../../../settings/fields/faults';
import { capacityFields } from '../../../settings/instances/instances';
import { known } from '../../../settings/settings';
import { isWhole } from '../counts';
import { TargetRule } from '../target-rule';

const MAX_PORT = 65535;

export const invalidSetting: TargetRule = {
  code: 'DR4004',
  name: 'invalid-setting',
  severity: Severity.ERROR,
  summary: 'Every prop is within the range that AWS accepts.',
  reason: 'AWS refuses the resource otherwise, after minutes of deployment.',
  link: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const refuse = (must: string, got: string | number, hint: string) => report(at(spec), `${must}, got ${got}.`, hint);
    for (const [index, listener] of (settings.listeners ?? []).entries()) {
      for (const prop of ['port', 'instancePort', 'containerPort'] as const) {
        const value = listener[prop];
        if (value === undefined || isWhole(value, 1, MAX_PORT)) continue;
        refuse(
          `listeners[${index}].${prop} must be a whole number between 1 and ${MAX_PORT}`, value, 'Give a port number.',
        );
      }
    }
    const faults = faultsIn(capacityFields, settings);
    for (const { message, hint } of faults) report(at(spec), message, hint);
    const [min, max] = [known(settings.minCapacity), known(settings.maxCapacity)];
    if (faults.length > 0 || min === undefined || max === undefined || min <= max) return;
    refuse(
      `minCapacity must be at most maxCapacity, which is ${max}`, min, `Set maxCapacity: ${min}, or lower minCapacity.`,
    );
  },
};
