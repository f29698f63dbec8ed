import { DEREGISTRATION_DELAY_SECONDS, HEALTH_CHECK, SSL_POLICY } from '../settings/defaults';
import { candidatesFor, PlacedTarget } from '../settings/listeners';
import { candidatesOn, networkHealthPort } from '../settings/network-listeners';
import { NetworkModeName, sharesInterface } from '../settings/network-modes';
import { NetworkProtocol } from '../settings/protocols';
import { ListenerSettings } from '../settings/settings';
import { DockerrunSpec } from '../spec/model';
import { planAccess } from './listener';
import { NetworkHealthCheckPlan, NetworkListenerPlan, NetworkTargetPlan } from './network-plan';

type Speaking = { readonly protocol: NetworkProtocol };

/** One listener that passes connections on, led to its container. */
export function planNetworkListener(listener: ListenerSettings & Speaking, spec: DockerrunSpec, networkMode: NetworkModeName): NetworkListenerPlan {
  const { port, protocol, sslPolicy = SSL_POLICY, tcpIdleTimeoutSeconds = 0 } = listener;
  const target = planNetworkTarget(listener, spec, networkMode);
  return { port, protocol, sslPolicy: protocol === 'TLS' ? sslPolicy : '', tcpIdleTimeoutSeconds, access: planAccess(listener), target };
}

/** The container behind a listener. The rules made sure that there is exactly one, unless there is no file yet. */
export function planNetworkTarget(settings: PlacedTarget['target'] & Speaking, spec: DockerrunSpec, networkMode: NetworkModeName): NetworkTargetPlan | null {
  const { protocol, deregistrationDelaySeconds = DEREGISTRATION_DELAY_SECONDS, targetGroupName: name = '' } = settings;
  const [found] = candidatesFor(settings, candidatesOn(spec, protocol, networkMode));
  if (!found) return null;
  const { containerName, containerPort } = found;
  const hostPort = sharesInterface(networkMode) ? containerPort : found.hostPort;
  const healthPort = networkHealthPort(settings, spec, networkMode);
  return {
    name, containerName, containerPort, hostPort,
    targetType: networkMode === 'awsvpc' ? 'ip' : 'instance',
    protocol: protocol === 'TLS' ? 'TCP' : protocol,
    healthCheck: planHealthCheck(settings, healthPort === undefined || healthPort === hostPort ? 0 : healthPort),
    deregistrationDelaySeconds,
  };
}

/** A path or codes ask for a request; otherwise it is enough that the container takes the connection. */
function planHealthCheck({ healthCheck = {} }: PlacedTarget['target'], port: number): NetworkHealthCheckPlan {
  const { path, httpCodes } = healthCheck;
  const asks = path !== undefined || httpCodes !== undefined;
  return {
    protocol: asks ? 'HTTP' : 'TCP',
    port,
    path: asks ? path ?? HEALTH_CHECK.path : '',
    httpCodes: asks ? httpCodes ?? HEALTH_CHECK.httpCodes : '',
    intervalSeconds: healthCheck.intervalSeconds ?? HEALTH_CHECK.intervalSeconds,
    timeoutSeconds: healthCheck.timeoutSeconds ?? HEALTH_CHECK.timeoutSeconds,
    healthyThresholdCount: healthCheck.healthyThresholdCount ?? HEALTH_CHECK.healthyThresholdCount,
    unhealthyThresholdCount: healthCheck.unhealthyThresholdCount ?? HEALTH_CHECK.unhealthyThresholdCount,
  };
}
