import { Severity } from '../../finding/finding';
import { capacityBounds } from '../../settings/capacity-bounds';
import { TargetRule } from './target-rule';

export const singleInstance: TargetRule = {
  code: 'DR4005',
  name: 'single-instance',
  severity: Severity.WARNING,
  summary: 'At least two instances run.',
  reason: 'A daemon is replaced in place: with one instance the old task stops before the new one starts, so each deployment is an outage.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const { min, max } = capacityBounds(settings);
    if (min > 1) return;
    const also = max > 1 ? '' : ' So is each replacement of the instance.';
    report(at(spec), `the group may shrink to ${min} instance${min === 1 ? '' : 's'}; then each deployment is an outage.${also}`, 'Set minCapacity: 2 or more.');
  },
};
