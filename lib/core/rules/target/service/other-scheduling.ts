import { Severity } from '../../../finding/finding';
import { instanceRange } from '../../../settings/instances/instance-range';
import { replicaCounts } from '../../../settings/service/replica-counts';
import { ONE_PER_INSTANCE } from '../../../settings/service/scheduling';
import { hostBonds } from '../../../settings/traffic/host-bonds';
import { TargetRule } from '../target-rule';

export const otherScheduling: TargetRule = {
  code: 'DR4079',
  name: 'other-scheduling',
  severity: Severity.INFO,
  summary: 'The way of scheduling suits the task.',
  reason:
    'Replicas that fill every instance once roll no better than one task per instance, and follow new instances '
    + 'later; a daemon on one instance cannot be replaced without an outage, replicas can.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { scheduling = ONE_PER_INSTANCE } = settings;
    const bonds = hostBonds(spec, settings);
    const instances = instanceRange(settings);
    if (scheduling.kind === 'replicas') {
      if (bonds.length === 0 || !instances.isMaxKnown || replicaCounts(scheduling).max !== instances.max) return;
      report(
        at(spec),
        `replicas fill each of ${instances.max} instances once, as ${bonds.join(', ')} cannot be shared.`,
        'Use Scheduling.onePerInstance(), which does the same and starts with each instance.', ['scheduling'],
      );
      return;
    }
    if (bonds.length > 0 || !instances.isMinKnown || instances.min > 1 || instances.max < 2) return;
    report(
      at(spec),
      'with one task per instance and one instance, each deployment is an outage; nothing binds the task to its '
        + 'instance.',
      'Use Scheduling.replicas(), which starts the new task beside the old one.', ['scheduling'],
    );
  },
};
