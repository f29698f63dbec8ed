import { Severity } from '../../finding/finding';
import { sharesInterface } from '../../settings/network-modes';
import { TargetRule } from './target-rule';

export const sharedPortClash: TargetRule = {
  code: 'DR4011',
  name: 'shared-port-clash',
  severity: Severity.ERROR,
  summary: 'In awsvpc and host mode no two containers listen on the same port.',
  reason: 'All containers of a task share one network interface there, so the second one cannot bind the port and the task never starts.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
  fields: ['containerDefinitions[].portMappings[].containerPort'],
  concerns: 'task',
  check(spec, { networkMode }, { at, report }) {
    if (!sharesInterface(networkMode)) return;
    const owners = new Map<string, string | undefined>();
    for (const container of spec.containers) {
      for (const mapping of container.portMappings ?? []) {
        const port = `${mapping.containerPort}/${mapping.protocol ?? 'tcp'}`;
        if (mapping.containerPort === undefined) continue;
        if (owners.has(port) && owners.get(port) !== container.name) {
          report(at(mapping, 'containerPort'), `must be free in ${networkMode} mode, got ${port}, which "${owners.get(port)}" listens on already.`,
            `Let one of "${owners.get(port)}" and "${container.name}" listen on another port, or use networkMode bridge.`);
        }
        owners.set(port, owners.get(port) ?? container.name);
      }
    }
  },
};
