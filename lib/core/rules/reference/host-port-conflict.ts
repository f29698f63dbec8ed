import { Severity } from '../../finding/finding';
import { ContainerSpec } from '../../spec/model';
import { SpecRule } from '../spec-rule';
import { label } from '../wording';

export const hostPortConflict: SpecRule = {
  code: 'DR3010',
  name: 'host-port-conflict',
  severity: Severity.ERROR,
  summary: 'No host port is published twice with the same protocol.',
  reason:
    'All containers of the file share one instance, so the second cannot have the port and the task never starts.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_portmappings_ec2',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  check(spec, { at, report }) {
    const owners = new Map<string, ContainerSpec>();
    for (const container of spec.containers) {
      for (const mapping of container.portMappings ?? []) {
        const { hostPort, protocol = 'tcp' } = mapping;
        if (!hostPort) continue;
        const owner = owners.get(`${hostPort}/${protocol}`);
        owners.set(`${hostPort}/${protocol}`, owner ?? container);
        if (owner === undefined) continue;
        const who = owner === container ? 'this container' : `container ${label(owner, at)}`;
        report(
          at(mapping, 'hostPort'),
          `must be free for container ${label(container, at)}, got ${hostPort} (${protocol}), which ${who} publishes `
            + 'already.',
          owner === container
            ? 'Remove one of the two mappings, or write another hostPort.'
            : 'Remove one of the two hostPorts, or write another; the containers of the file reach each other by '
                + 'link without any.',
        );
      }
    }
  },
};
