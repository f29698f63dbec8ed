import { Severity } from '../../../finding/finding';
import { heldPorts } from '../../../settings/service/neighbor';
import { boundPorts } from '../../../settings/traffic/host-bonds';
import { TargetRule } from '../target-rule';

export const neighborPortClash: TargetRule = {
  code: 'DR4080',
  name: 'neighbor-port-clash',
  severity: Severity.ERROR,
  summary: 'No two services of an environment publish the same host port.',
  reason: 'Each of them runs on every instance, so the task of the second one finds its port taken and never starts.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_portmappings_ec2',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { networkMode, neighbors = [], scheduling } = settings;
    const owners = new Map(neighbors.flatMap(({ name, hostPorts }) => hostPorts.map((port) => [port, name])));
    const held = scheduling?.kind === 'replicas' ? boundPorts(spec, settings) : heldPorts(spec, networkMode);
    for (const { mapping, port } of held) {
      const owner = owners.get(port);
      if (owner === undefined) continue;
      report(
        at(mapping, networkMode === 'host' ? 'containerPort' : 'hostPort'),
        `must be free on the instances, got ${port}, which service "${owner}" publishes already.`,
        networkMode === 'host'
          ? 'Use another port, or another network mode.'
          : 'Write "hostPort": 0, so that the instance picks a port; rules lead to it all the same.', [],
      );
    }
  },
};
