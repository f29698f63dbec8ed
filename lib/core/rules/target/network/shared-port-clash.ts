import { Severity } from '../../../finding/finding';
import { sharesInterface } from '../../../settings/network/network';
import { DockerrunSpec, PortMappingSpec } from '../../../spec/model';
import { parsePortRange, PortRange } from '../../port-range';
import { TargetRule } from '../target-rule';

/** Ports that a container listens on. */
interface Taken extends PortRange {
  readonly name: string;
  readonly mapping: PortMappingSpec;
}

export const sharedPortClash: TargetRule = {
  code: 'DR4011',
  name: 'shared-port-clash',
  severity: Severity.ERROR,
  summary: 'In awsvpc and host mode no two containers listen on the same port.',
  reason:
    'All containers of a task share one network interface there, so the second one cannot bind the port and the task '
    + 'never starts.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
  fields: [
    'containerDefinitions[].portMappings[].containerPort', 'containerDefinitions[].portMappings[].containerPortRange',
  ],
  concerns: 'task',
  target: 'ecs',
  check(spec, { networkMode }, { at, report }) {
    if (!sharesInterface(networkMode)) return;
    for (const protocol of ['tcp', 'udp']) {
      let widest: Taken | undefined;
      for (const current of takenPorts(spec, protocol)) {
        if (widest && current.first <= widest.last && current.name !== widest.name) {
          const { mapping, name } = current;
          report(
            at(mapping, mapping.containerPortRange === undefined ? 'containerPort' : 'containerPortRange'),
            `must be free in ${networkMode} mode, got ${show(current, protocol)}, ${clash(current, widest, protocol)}.`,
            `Let one of "${widest.name}" and "${name}" listen on another port, or use networkMode bridge.`,
            ['networkMode'],
          );
        }
        if (!widest || current.last > widest.last) widest = current;
      }
    }
  },
};

/** What all containers listen on, by the first port. */
function takenPorts(spec: DockerrunSpec, protocol: string): Taken[] {
  const taken = spec.containers.flatMap(({ name = '', portMappings = [] }) =>
    portMappings.flatMap((mapping): Taken[] => {
      const { containerPort: port, containerPortRange: range } = mapping;
      if ((mapping.protocol ?? 'tcp') !== protocol) return [];
      if (range !== undefined) return [{ ...parsePortRange(range), name, mapping }];
      return port === undefined ? [] : [{ first: port, last: port, name, mapping }];
    }),
  );
  return taken.sort((a, b) => a.first - b.first);
}

/** `which "web" listens on already`; for some of the ports `of which "web" listens on 8050/tcp already`. */
function clash(current: Taken, { first, last, name }: Taken, protocol: string): string {
  const shared = { first: Math.max(first, current.first), last: Math.min(last, current.last) };
  const isAll = shared.first === current.first && shared.last === current.last;
  return isAll
    ? `which "${name}" listens on already`
    : `of which "${name}" listens on ${show(shared, protocol)} already`;
}

function show({ first, last }: PortRange, protocol: string): string {
  return first === last ? `${first}/${protocol}` : `${first}-${last}/${protocol}`;
}
