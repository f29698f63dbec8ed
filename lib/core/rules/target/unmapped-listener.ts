import { Severity } from '../../finding/finding';
import { nearestPort } from '../../settings/nearest-port';
import { candidatesFor, tcpCandidates } from '../../settings/listeners';
import { ListenerSettings } from '../../settings/settings';
import { describeCandidates } from './describe-candidates';
import { TargetRule } from './target-rule';

export const unmappedListener: TargetRule = {
  code: 'DR4002',
  name: 'unmapped-listener',
  severity: Severity.ERROR,
  summary: 'Every listener leads to exactly one TCP port of a container.',
  reason: 'A listener forwards to a host port; if no container maps it, every request ends in a 503, and if several could be meant, the choice is yours.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs_listeners.html',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const candidates = tcpCandidates(spec);
    for (const [index, listener] of (settings.listeners ?? []).entries()) {
      const matches = candidatesFor(listener, candidates);
      if (matches.length === 1) continue;
      const problem = matches.length === 0 ? 'no container maps it' : `it fits ${describeCandidates(matches)}`;
      const hint = matches.length === 0 ? remedy(listener, candidates.map(({ hostPort }) => hostPort)) : 'Give containerName and containerPort.';
      report(at(spec),
        `listeners[${index}] must lead to one mapped TCP port, got ${wanted(listener)}: ${problem}. Mapped: ${describeCandidates(candidates)}.`, hint);
    }
  },
};

function wanted(listener: ListenerSettings): string {
  if (listener.containerName === undefined && listener.containerPort === undefined) return `host port ${listener.instancePort ?? listener.port}`;
  return `${listener.containerName ?? 'any container'}:${listener.containerPort ?? 'any port'}`;
}

function remedy(listener: ListenerSettings, hostPorts: readonly number[]): string {
  const mapped = hostPorts.filter((port) => port > 0);
  if (mapped.length === 0) return 'Map the port in the file, or name a container with containerName and containerPort.';
  return `Set instancePort: ${nearestPort(listener.instancePort ?? listener.port, mapped)} on listener ${listener.port}, or map the port in the file.`;
}
