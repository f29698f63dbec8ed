import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { NlbTargetPlan, TargetPlan } from '../../../core/plan/ecs/plan';
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

/**
 * Lets an Application Load Balancer check a container on a port of its own. The port of the requests is opened by the
 * CDK, with the target.
 */
export function allowHealthCheck(
  service: ecs.Ec2Service, listener: elbv2.IApplicationListener, { healthCheck }: TargetPlan,
): void {
  if (healthCheck.port === 0) return;
  service.connections.allowFrom(listener, ec2.Port.tcp(healthCheck.port), 'Load balancer to health check');
}
