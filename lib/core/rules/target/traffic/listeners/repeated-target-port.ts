import { Severity } from '../../../../finding/finding';
import { candidatesFor, mappedPorts, targetsOf } from '../../../../settings/traffic/listeners';
import { candidatesOn } from '../../../../settings/traffic/network-listeners';
import { TargetRule } from '../../target-rule';

export const repeatedTargetPort: TargetRule = {
  code: 'DR4096',
  name: 'repeated-target-port',
  severity: Severity.ERROR,
  summary: 'A container port that a listener forwards to is mapped for one protocol.',
  reason:
    'A service names its targets by container port alone; Amazon ECS refuses to create one when it could mean TCP as '
    + 'well as UDP.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  fields: ['containerDefinitions[].portMappings[].containerPort'],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    for (const { prop, target } of targetsOf(settings)) {
      const [found, ...more] = candidatesFor(target, candidatesOn(spec, target.protocol, settings.networkMode));
      if (!found || more.length > 0) continue;
      const others = mappedPorts(spec, target.protocol === 'UDP' ? 'tcp' : 'udp');
      const other = others.find(
        ({ container, containerPort }) => container === found.container && containerPort === found.containerPort,
      );
      if (!other) continue;
      report(
        at(other.mapping, 'containerPort'),
        `must be mapped for one protocol, because ${prop} leads to it, got ${found.containerPort} for TCP and UDP.`,
        'Let the container listen on another port for one of the two, and map that one; the host port may stay '
          + 'the same.', [prop],
      );
    }
  },
};
