import { Severity } from '../../../finding/finding';
import { capacityBounds } from '../../../settings/instances/instance-range';
import { EnvironmentSettings } from '../../../settings/settings';
import { TargetRule } from '../target-rule';

export const singleInstance: TargetRule = {
  code: 'DR4005',
  name: 'single-instance',
  severity: Severity.WARNING,
  summary: 'At least two instances run.',
  reason:
    'A daemon is replaced in place: with one instance the old task stops before the new one starts. That takes a '
    + 'minimum of 0 %, under which Amazon ECS may stop the tasks of all instances at once.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { min, max } = capacityBounds(settings);
    if (min > 1 || settings.scheduling?.kind === 'replicas') return;
    const low =
      `the group may shrink to ${min === 0 ? 'no instance at all' : 'one instance'}, so each deployment may stop `
      + 'all tasks at once, however many instances there are.';
    const lowest =
      'the group has one instance at most, so each deployment and each replacement of the instance is an outage.';
    const props = tooLow(settings, max);
    report(at(spec), max > 1 ? low : lowest, `Set ${props.join(' and ')} to 2 or more.`, props);
  },
};

/** The props to raise: a minimum may not exceed the maximum, and follows it when it is not given. */
function tooLow({ minCapacity }: EnvironmentSettings, max: number): string[] {
  if (max > 1) return ['minCapacity'];
  return minCapacity === undefined ? ['maxCapacity'] : ['minCapacity', 'maxCapacity'];
}
