import { Severity } from '../../finding/finding';
import { oneOf } from '../../finding/suggest';
import { NETWORK_MODES } from '../../settings/settings';
import { TargetRule } from './target-rule';

export const unsupportedNetworkMode: TargetRule = {
  code: 'DR4008',
  name: 'unsupported-network-mode',
  severity: Severity.ERROR,
  summary: 'The network mode is bridge or awsvpc.',
  reason: 'The stack knows how traffic reaches a container in these two modes.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
  fields: [],
  concerns: 'task',
  check(spec, { networkMode }, { at, report }) {
    if (networkMode === undefined || NETWORK_MODES.includes(networkMode)) return;
    report(at(spec), `networkMode must be ${oneOf(NETWORK_MODES)}, got "${networkMode}".`, 'Use bridge, which is what Beanstalk does, or awsvpc.');
  },
};
