import { Severity } from '../../../../finding/finding';
import { sharesInterface } from '../../../../settings/network/network';
import { EnvironmentSettings } from '../../../../settings/settings';
import { Candidate, healthCheckPort as portOf, targetsOf, tcpCandidates } from '../../../../settings/traffic/listeners';
import { nearestPort } from '../../../../settings/traffic/nearest-port';
import { TargetRule } from '../../target-rule';

export const healthCheckPort: TargetRule = {
  code: 'DR4045',
  name: 'health-check-port',
  severity: Severity.ERROR,
  summary: 'A health check on a port of its own asks a port that a container maps to a fixed host port.',
  reason: 'Nobody answers on any other, so every task would be replaced over and over.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    const candidates = tcpCandidates(spec);
    const ports = mappedPorts(candidates, settings);
    for (const { prop, target: { healthCheck } } of targetsOf(settings)) {
      const port = healthCheck?.port;
      if (port === undefined || (port > 0 && portOf(port, candidates, settings.networkMode) !== undefined)) continue;
      const mapped = ports.length === 0 ? 'but the file maps none' : `which is none of ${ports.join(', ')}`;
      report(
        at(spec), `${prop}.healthCheck.port must be a host port that the file maps for TCP, got ${port}, ${mapped}.`,
        remedy(port, ports), [`${prop}.healthCheck.port`],
      );
    }
  },
};

function mappedPorts(candidates: readonly Candidate[], { networkMode }: EnvironmentSettings): number[] {
  const ports = candidates.map(({ hostPort, containerPort }) =>
    sharesInterface(networkMode) ? containerPort : hostPort,
  );
  return [...new Set(ports.filter((port) => port > 0))];
}

function remedy(port: number, ports: readonly number[]): string {
  if (ports.length === 0) return 'Leave it out, so that the port of the requests is checked.';
  return `Set it to ${nearestPort(port, ports)}, or map the port in the file.`;
}
