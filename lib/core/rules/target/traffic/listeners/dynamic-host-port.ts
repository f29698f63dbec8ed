import { Severity } from '../../../../finding/finding';
import { candidatesFor } from '../../../../settings/traffic/listeners';
import { candidatesOn } from '../../../../settings/traffic/network-listeners';
import { TrafficSettings } from '../../../../settings/traffic/traffic';
import { DockerrunSpec, PortMappingSpec } from '../../../../spec/model';
import { TargetRule } from '../../target-rule';

export const dynamicHostPort: TargetRule = {
  code: 'DR4056',
  name: 'dynamic-host-port',
  severity: Severity.WARNING,
  summary: 'In bridge mode every port mapping has a host port, or a listener forwards to its container by name.',
  reason:
    'Without hostPort, or with 0, the instance picks a free port, which nobody finds but a load balancer that leads '
    + 'to the container.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_portmappings_ec2',
  fields: [
    'containerDefinitions[].portMappings[].hostPort', 'containerDefinitions[].portMappings[].containerPortRange',
  ],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    const { networkMode = 'bridge' } = settings;
    const reached = reachedMappings(spec, settings);
    if (networkMode !== 'bridge' || !reached) return;
    for (const { name = '', portMappings = [] } of spec.containers) {
      const [first, ...more] = portMappings.filter((mapping) => isDynamic(mapping) && !reached.has(mapping));
      if (!first) continue;
      const { containerPort, containerPortRange, hostPort } = first;
      const key =
        hostPort === 0 ? 'hostPort' : containerPortRange === undefined ? 'containerPort' : 'containerPortRange';
      const others =
        more.length > 0
          ? `, and likewise for ${more.length} more mapping${more.length > 1 ? 's' : ''} of the container`
          : '';
      report(
        at(first, key),
        `must have a host port or a listener that leads to it, got ${first[key]}, for which the instance picks any `
          + `port in bridge mode${others}.`,
        containerPortRange === undefined
          ? `Write "hostPort": ${containerPort}, or lead a listener to it with containerName: '${name}', `
              + `containerPort: ${containerPort}.`
          : 'Write one mapping for each port that somebody connects to.', ['listeners'],
      );
    }
  },
};

/** The mappings that a listener or a rule leads to; nothing while it is open which listeners there are. */
function reachedMappings(
  spec: DockerrunSpec, { networkMode, traffic }: TrafficSettings,
): Set<PortMappingSpec> | undefined {
  if (traffic.kind === 'ambiguous') return undefined;
  const candidates = traffic.targets.flatMap(({ target }) =>
    candidatesFor(target, candidatesOn(spec, target.protocol, networkMode)),
  );
  return new Set(candidates.map(({ mapping }) => mapping));
}

function isDynamic({ containerPort, containerPortRange, hostPort = 0 }: PortMappingSpec): boolean {
  return hostPort === 0 && (containerPort !== undefined || containerPortRange !== undefined);
}
