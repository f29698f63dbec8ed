import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { NlbTargetPlan } from '../../../core/plan/ecs/plan';
import { NetworkProtocol } from '../../../core/settings/traffic/protocols';

/** What an instance picks from when the host port is 0. */
const PICKED = { tcp: ec2.Port.tcpRange(32768, 65535), udp: ec2.Port.udpRange(32768, 65535) };

/** The ports at which clients reach a listener. */
export function listenerPorts(protocol: NetworkProtocol, port: number): ec2.Port[] {
  return transportsOf(protocol).map((transport) => ec2.Port[transport](port));
}

/** Every port at which the load balancer reaches a container, with what it goes there for. */
export function targetPorts({
  protocol, hostPort, healthCheck,
}: NlbTargetPlan): [ports: ec2.Port, description: string][] {
  const traffic = transportsOf(protocol).map((transport) =>
    hostPort === 0 ? PICKED[transport] : ec2.Port[transport](hostPort),
  );
  // Without a port of its own, the check goes where UDP does, but over TCP.
  const check = healthCheck.port > 0 || protocol === 'UDP' ? [ec2.Port.tcp(healthCheck.port || hostPort)] : [];
  return [
    ...traffic.map((ports): [ec2.Port, string] => [ports, 'Load balancer to target']),
    ...check.map((ports): [ec2.Port, string] => [ports, 'Load balancer to health check']),
  ];
}

function transportsOf(protocol: NetworkProtocol): ('tcp' | 'udp')[] {
  return [...protocol === 'UDP' ? [] : ['tcp' as const], ...protocol.endsWith('UDP') ? ['udp' as const] : []];
}
