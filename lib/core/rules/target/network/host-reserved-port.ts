import { Severity } from '../../../finding/finding';
import { RESERVED_PORTS } from '../../reserved-ports';
import { TargetRule } from '../target-rule';

export const hostReservedPort: TargetRule = {
  code: 'DR4016',
  name: 'host-reserved-port',
  severity: Severity.ERROR,
  summary: 'In host mode no container listens on a port that the instance needs itself.',
  reason: 'Ports 22, 2375, 2376 and 51678 to 51680 belong to SSH, Docker and the agent.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  fields: ['containerDefinitions[].portMappings[].containerPort'],
  concerns: 'task',
  target: 'ecs',
  check(spec, { networkMode }, { at, report }) {
    if (networkMode !== 'host') return;
    for (const mapping of spec.containers.flatMap((container) => container.portMappings ?? [])) {
      if (mapping.containerPort === undefined || !Object.hasOwn(RESERVED_PORTS, mapping.containerPort)) continue;
      report(
        at(mapping, 'containerPort'), `must not be reserved in host mode, got ${mapping.containerPort}.`,
        'Let the container listen on another port.', ['networkMode'],
      );
    }
  },
};
