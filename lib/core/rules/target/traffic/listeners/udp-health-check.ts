import { Severity } from '../../../../finding/finding';
import { sharesInterface } from '../../../../settings/network/network';
import { Candidate, candidatesFor, targetsOf } from '../../../../settings/traffic/listeners';
import { candidatesOn, healthPortsOf } from '../../../../settings/traffic/network-listeners';
import { TargetRule } from '../../target-rule';

export const udpHealthCheck: TargetRule = {
  code: 'DR4094',
  name: 'udp-health-check',
  severity: Severity.ERROR,
  summary:
    'Behind a UDP listener, the container has one TCP port that shows that it is well, or `healthCheck.port` '
    + 'names one.',
  reason:
    'UDP has no connections that could be refused, so a load balancer checks health over TCP or HTTP; on a port '
    + 'where nobody listens, every task would be replaced over and over.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
  fields: ['containerDefinitions[].portMappings[].protocol'],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { networkMode } = settings;
    for (const { prop, target } of targetsOf(settings)) {
      if (target.protocol !== 'UDP' || target.healthCheck?.port !== undefined) continue;
      const [found, ...more] = candidatesFor(target, candidatesOn(spec, target.protocol, networkMode));
      if (!found || more.length > 0) continue;
      const ports = [...new Set(healthPortsOf(found, spec, networkMode))];
      if (ports.length === 1) continue;
      report(
        at(found.mapping), `needs a health check over TCP for ${prop}, ${problem(found, ports)}.`,
        remedy(found, ports, sharesInterface(networkMode)), [prop],
      );
    }
  },
};

function problem({ containerName }: Candidate, ports: readonly number[]): string {
  return ports.length === 0
    ? `but "${containerName}" maps no fixed TCP port`
    : `and "${containerName}" maps several TCP ports: ${ports.join(', ')}`;
}

function remedy({ containerName }: Candidate, ports: readonly number[], isShared: boolean): string {
  if (ports.length > 0) return `Choose one, such as healthCheck: { port: ${ports[0]} }.`;
  return (
    `Map a TCP port of "${containerName}"${isShared ? '' : ' to a fixed host port'} that takes connections, or `
    + 'set healthCheck: { port } to a port of another container.'
  );
}
