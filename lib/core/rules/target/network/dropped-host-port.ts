import { Severity } from '../../../finding/finding';
import { sharesInterface } from '../../../settings/network/network';
import { TargetRule } from '../target-rule';

export const droppedHostPort: TargetRule = {
  code: 'DR4013',
  name: 'dropped-host-port',
  severity: Severity.WARNING,
  summary: 'In awsvpc and host mode the host port is the container port.',
  reason:
    'Nothing is mapped there: clients reach the container port, on the address of the task or on that of the instance.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  drops: true,
  concerns: 'task',
  target: 'ecs',
  check(spec, { networkMode }, { at, report }) {
    if (!sharesInterface(networkMode)) return;
    for (const mapping of spec.containers.flatMap((container) => container.portMappings ?? [])) {
      const { hostPort, containerPort } = mapping;
      if (hostPort === undefined || hostPort === containerPort) continue;
      report(
        at(mapping, 'hostPort'),
        `was dropped: in ${networkMode} mode the task is reached on container port ${containerPort}, got ${hostPort}.`,
        hostPort === 0
          ? 'Remove "hostPort".'
          : `Write "hostPort": ${containerPort}, and lead listeners there with instancePort: ${containerPort}.`,
        ['networkMode'],
      );
    }
  },
};
