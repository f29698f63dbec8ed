import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { isStated } from '../wording';

export const dynamicHostPort: SpecRule = {
  code: 'DR5008',
  name: 'dynamic-host-port',
  severity: Severity.WARNING,
  summary: 'Every port mapping states its host port.',
  reason: 'Without hostPort, or with 0, Docker picks a free port in bridge mode; Beanstalk never connects such a port to a load balancer.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_portmappings_ec2',
  fields: ['containerDefinitions[].portMappings[].hostPort', 'containerDefinitions[].portMappings[].containerPortRange'],
  check(spec, { at, report }) {
    for (const mapping of spec.containers.flatMap((container) => container.portMappings ?? [])) {
      const { containerPort, containerPortRange, hostPort } = mapping;
      const isUnknown = hostPort === undefined && isStated(mapping, 'hostPort');
      const ports = containerPortRange ?? containerPort;
      if (hostPort || isUnknown || ports === undefined) continue;
      const key = hostPort === 0 ? 'hostPort' : containerPortRange === undefined ? 'containerPort' : 'containerPortRange';
      report(at(mapping, key), `must have a host port of its own, got ${key === 'hostPort' ? 0 : `${ports} without hostPort`}.`,
        containerPortRange === undefined ? `Write "hostPort": ${containerPort}, or another free port.` : 'Write one mapping with a hostPort for each port that a listener uses.');
    }
  },
};
