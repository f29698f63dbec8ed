import { Severity } from '../../../../finding/finding';
import { isSecure, PlacedTarget, targetsOf } from '../../../../settings/traffic/listeners';
import { isNetwork } from '../../../../settings/traffic/protocols';
import { TargetRule } from '../../target-rule';

/** What must hold and the edit that makes it hold. */
type Broken = readonly [must: string, hint: string];

export const protocolVersion: TargetRule = {
  code: 'DR4046',
  name: 'protocol-version',
  severity: Severity.ERROR,
  summary: 'HTTP/2 and gRPC targets are behind HTTPS listeners, and health checks of gRPC targets expect gRPC codes.',
  reason: 'The load balancer refuses the listener or the target group otherwise.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-protocol-version',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { traffic }, { at, report }) {
    for (const [index, listener] of traffic.listeners.entries()) {
      if (isNetwork(listener)) continue;
      const isHttps = isSecure(listener);
      for (const { prop, target } of targetsOf({ listeners: [listener] })) {
        const place = prop.replace('listeners[0]', `listeners[${index}]`);
        for (const [must, hint] of brokenVersion(target, isHttps)) {
          report(at(spec), `${place} must ${must}.`, hint, [place]);
        }
      }
    }
  },
};

function* brokenVersion(
  { port, protocolVersion: version = 'HTTP1', healthCheck = {} }: PlacedTarget['target'], isHttps: boolean,
): Iterable<Broken> {
  const isGrpc = version === 'GRPC';
  if (version !== 'HTTP1' && !isHttps) {
    yield [
      `be on an HTTPS listener to use protocolVersion ${version}, got HTTP ${port}`,
      'Add certificates: [certificate] to the listener.',
    ];
  }
  if (isGrpc && healthCheck.healthyHttpCodes !== undefined) {
    yield [
      'have healthyGrpcCodes with protocolVersion GRPC, got healthyHttpCodes',
      'Rename it, and give gRPC codes such as "0" or "0-99".',
    ];
  }
  if (!isGrpc && healthCheck.healthyGrpcCodes !== undefined) {
    yield [
      `have healthyHttpCodes with protocolVersion ${version}, got healthyGrpcCodes`,
      'Rename it, and give HTTP codes such as "200".',
    ];
  }
}
