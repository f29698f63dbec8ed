import { Severity } from '../../../finding/finding';
import { didYouMean, oneOf } from '../../../finding/suggest';
import { NETWORK_MODES } from '../../../settings/network/network';
import { TargetRule } from '../target-rule';

export const unsupportedNetworkMode: TargetRule = {
  code: 'DR4008',
  name: 'unsupported-network-mode',
  severity: Severity.ERROR,
  summary: 'The network mode is one that Amazon ECS has for Linux.',
  reason: 'The mode decides how traffic reaches a container.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
  fields: [],
  concerns: 'task',
  target: 'ecs',
  check(spec, { networkMode }, { at, report }) {
    if (networkMode === undefined || NETWORK_MODES.includes(networkMode)) return;
    report(
      at(spec), `networkMode must be ${oneOf(NETWORK_MODES)}, got "${networkMode}".`,
      didYouMean(networkMode, NETWORK_MODES).trim() || 'Use bridge, which is what Beanstalk does.', ['networkMode'],
    );
  },
};
