import { Severity } from '../../finding/finding';
import { TargetRule } from './target-rule';

const UNSUPPORTED = ['hostname', 'dnsServers', 'dnsSearchDomains', 'extraHosts', 'disableNetworking'] as const;

export const awsvpcUnsupported: TargetRule = {
  code: 'DR4012',
  name: 'awsvpc-unsupported',
  severity: Severity.ERROR,
  summary: 'In awsvpc mode no container sets a host name, name servers, extra hosts or disableNetworking.',
  reason: 'Amazon ECS refuses these parameters there.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  fields: UNSUPPORTED.map((key) => `containerDefinitions[].${key}`),
  concerns: 'task',
  check(spec, settings, { at, report }) {
    if (settings.networkMode !== 'awsvpc') return;
    for (const container of spec.containers) {
      for (const key of UNSUPPORTED.filter((candidate) => container[candidate] !== undefined)) {
        report(at(container, key), 'must be absent in awsvpc mode.', `Remove "${key}", or use networkMode bridge.`);
      }
    }
  },
};
