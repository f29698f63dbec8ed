import { Severity } from '../../finding/finding';
import { TargetRule } from './target-rule';

export const awsvpcHostPort: TargetRule = {
  code: 'DR4013',
  name: 'awsvpc-host-port',
  severity: Severity.WARNING,
  summary: 'In awsvpc mode the host port is the container port.',
  reason: 'A task has its own address there, so nothing is mapped; clients inside the VPC reach the container port.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  drops: true,
  concerns: 'task',
  check(spec, settings, { at, report }) {
    if (settings.networkMode !== 'awsvpc') return;
    for (const mapping of spec.containers.flatMap((container) => container.portMappings ?? [])) {
      const { hostPort, containerPort } = mapping;
      if (hostPort === undefined || hostPort === containerPort) continue;
      report(at(mapping, 'hostPort'), `was dropped: in awsvpc mode the task is reached on container port ${containerPort}, got ${hostPort}.`,
        hostPort === 0 ? 'Remove "hostPort".' : `Write "hostPort": ${containerPort}, and that port in the listeners that name ${hostPort}.`);
    }
  },
};
