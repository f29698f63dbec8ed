import { Severity } from '../../../../finding/finding';
import { didYouMean, oneOf } from '../../../../finding/suggest';
import { Candidate, candidatesFor, PlacedTarget, targetsOf } from '../../../../settings/traffic/listeners';
import { nearestPort } from '../../../../settings/traffic/nearest-port';
import { candidatesOn } from '../../../../settings/traffic/network-listeners';
import { TargetRule } from '../../target-rule';
import { describeCandidates } from './describe-candidates';

/** A target with the port of its listener, which is the host port unless another is named. */
type Target = PlacedTarget['target'];

export const unmappedListener: TargetRule = {
  code: 'DR4002',
  name: 'unmapped-listener',
  severity: Severity.ERROR,
  summary:
    'Every listener and every rule forwards to exactly one port of a container, for TCP unless its '
    + 'protocol is UDP.',
  reason:
    'A listener forwards to a host port; if no container maps it, every request ends in a 503, and if several could '
    + 'be meant, the choice is yours.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs_listeners.html',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    for (const { prop, target } of targetsOf(settings)) {
      const candidates = candidatesOn(spec, target.protocol, settings.networkMode);
      const matches = candidatesFor(target, candidates);
      if (matches.length === 1) continue;
      const hint = matches.length === 0 ? remedy(prop, target, candidates) : distinction(matches);
      report(
        at(spec),
        `${prop} must lead to one mapped ${portOf(target)}, got ${wanted(target)}, `
          + `${problem(target, matches, candidates)}.`,
        hint, ['instancePort', 'containerName', 'containerPort'].map((name) => `${prop}.${name}`),
      );
    }
  },
};

/** What a target has to be for what the listener speaks. */
function portOf({ protocol }: Target): string {
  return protocol === 'TCP_UDP' ? 'port for both TCP and UDP' : `${protocol === 'UDP' ? 'UDP' : 'TCP'} port`;
}

/** `no port`; `host port 80`; `container "web"`; `port 80 of container "web" on host port 8000`. */
function wanted({ port, instancePort, containerName, containerPort }: Target): string {
  if (containerName === undefined && containerPort === undefined) {
    return (instancePort ?? port) ? `host port ${instancePort ?? port}` : 'no port';
  }
  const container = containerName === undefined ? [] : [`container "${containerName}"`];
  const ports =
    containerPort === undefined
      ? []
      : [container.length === 0 ? `container port ${containerPort}` : `port ${containerPort}`];
  return [...ports, ...container].join(' of ') + (instancePort === undefined ? '' : ` on host port ${instancePort}`);
}

function problem(target: Target, matches: readonly Candidate[], candidates: readonly Candidate[]): string {
  if (matches.length > 0) return `which fits several: ${describeCandidates(matches)}`;
  return candidates.length > 0
    ? `which fits none of ${describeCandidates(candidates)}`
    : `but the file maps no ${portOf(target)}`;
}

/** What tells the first of several from the others. */
function distinction([first, second]: readonly Candidate[]): string {
  const isSamePort = first.containerName === second.containerName && first.containerPort === second.containerPort;
  return isSamePort ? `Choose one, such as instancePort: ${first.hostPort}.` : `Choose one, such as ${byName(first)}.`;
}

/** The edit that makes the listener lead to what it was probably meant to. */
function remedy(prop: string, { port, ...target }: Target, candidates: readonly Candidate[]): string {
  const fixed = target.protocol === 'TCP_UDP' ? ', from two container ports to the same fixed host port' : '';
  if (candidates.length === 0) return `Map a ${portOf(target)} in the file${fixed}, or remove ${prop}.`;
  const { containerName, containerPort, instancePort = port } = target;
  const named = candidates.filter(
    (candidate) => containerName === undefined || candidate.containerName === containerName,
  );
  if (named.length === 0) return unknownName(containerName!, candidates);
  if (containerPort !== undefined && !named.some((candidate) => candidate.containerPort === containerPort)) {
    return `Set containerPort: ${nearestPort(
      containerPort, named.map((candidate) => candidate.containerPort),
    )} in ${prop}, or map the port in the file.`;
  }
  if (containerName !== undefined || containerPort !== undefined) return `Remove instancePort from ${prop}.`;
  const hostPorts = candidates.map(({ hostPort }) => hostPort).filter((hostPort) => hostPort > 0);
  if (hostPorts.length === 0) return `Give ${byName(candidates[0])} in ${prop}, or map the port in the file.`;
  return `Set instancePort: ${nearestPort(instancePort!, hostPorts)} in ${prop}, or map the port in the file.`;
}

function unknownName(containerName: string, candidates: readonly Candidate[]): string {
  const names = [...new Set(candidates.map((candidate) => candidate.containerName))];
  return (
    didYouMean(containerName, names).trim()
    || `Set containerName to ${oneOf(names)}, or map a port of "${containerName}" in the file.`
  );
}

function byName({ containerName, containerPort }: Candidate): string {
  return `containerName: '${containerName}', containerPort: ${containerPort}`;
}
