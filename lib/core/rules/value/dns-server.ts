import { isIP } from 'node:net';
import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { isTemplate, quoted } from '../wording';

export const dnsServer: SpecRule = {
  code: 'DR2122',
  name: 'dns-server',
  severity: Severity.ERROR,
  summary: 'Every DNS server is an IP address.',
  reason: 'The container asks these servers for names, so it cannot look up theirs.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_network_ec2',
  fields: ['containerDefinitions[].dnsServers[]'],
  check(spec, { at, report }) {
    for (const servers of spec.containers.flatMap((container) =>
      container.dnsServers ? [container.dnsServers] : [],
    )) {
      for (const [index, server] of servers.entries()) {
        if (isIP(server) !== 0 || isTemplate(server)) continue;
        report(
          at(servers, index), `must be an IP address, got ${quoted(server)}.`,
          'Write the address, such as "10.0.0.2"; domains to search belong in "dnsSearchDomains".',
        );
      }
    }
  },
};
