import { GRPC_HEALTH_CHECK } from '../../settings/constants';
import { settled, Settled } from '../../settings/fields/field';
import { NetworkModeName, sharesInterface } from '../../settings/network/network';
import { SchedulingSettings } from '../../settings/service/scheduling';
import { TargetSettings } from '../../settings/settings';
import {
  Candidate, candidatesFor, healthCheckPort, PlacedTarget, tcpCandidates,
} from '../../settings/traffic/listeners';
import { candidatesOn, networkHealthPort } from '../../settings/traffic/network-listeners';
import { isNetwork } from '../../settings/traffic/protocols';
import { connectionFields, healthCheckFields, requestFields, targetFields } from '../../settings/traffic/target';
import { DockerrunSpec } from '../../spec/model';
import { withoutUndefined } from '../../translation/defined';
import { HealthCheckPlan, NlbTargetPlan, TargetPlan } from './model';

/** What a target is resolved with. */
export interface Surroundings {
  readonly spec: DockerrunSpec;
  readonly networkMode: NetworkModeName;
  readonly scheduling?: SchedulingSettings;
}

type Target = PlacedTarget['target'];
type Found = Omit<NlbTargetPlan, 'kind' | 'protocol' | 'healthCheck' | keyof Settled<typeof connectionFields>>;

/** The target group of a listener or a rule for requests. The rules made sure that exactly one container is meant. */
export function planTarget(settings: Target, around: Surroundings): TargetPlan {
  const [candidate] = candidatesFor(settings, tcpCandidates(around.spec));
  const found = planFound(settings, candidate, around);
  const protocol = settings.targetProtocol ?? 'HTTP';
  const healthCheck = planHealthCheck(settings, found.hostPort, around);
  const hostPort = isDynamic(around) ? 0 : found.hostPort;
  return { kind: 'application', ...found, hostPort, ...settled(requestFields, settings), protocol, healthCheck };
}

/** Replicas share an instance, which picks a port for each of them. */
function isDynamic({ networkMode, scheduling }: Surroundings): boolean {
  return networkMode === 'bridge' && scheduling?.kind === 'replicas';
}

/** The target group of a listener for connections; null while there is no file, so that no container is meant. */
export function planNlbTarget(settings: Target, around: Surroundings): NlbTargetPlan | null {
  const { spec, networkMode } = around;
  const [candidate] = candidatesFor(settings, candidatesOn(spec, settings.protocol, networkMode));
  if (!candidate || !isNetwork(settings)) return null;
  const found = planFound(settings, candidate, around);
  const protocol = settings.protocol === 'TLS' ? 'TCP' : settings.protocol;
  const healthPort = networkHealthPort(settings, spec, networkMode) ?? 0;
  const healthCheck = planNlbHealthCheck(settings, healthPort === found.hostPort ? 0 : healthPort);
  return { kind: 'network', ...found, ...settled(connectionFields, settings), protocol, healthCheck };
}

function planFound(
  settings: Target, { containerName, containerPort, hostPort }: Candidate, { networkMode }: Surroundings,
): Found {
  return {
    ...settled(targetFields, settings),
    name: settings.targetGroupName ?? '',
    containerName,
    containerPort,
    hostPort: sharesInterface(networkMode) ? containerPort : hostPort,
    targetType: networkMode === 'awsvpc' ? 'ip' : 'instance',
  };
}

function planHealthCheck(
  settings: TargetSettings, trafficPort: number, { spec, networkMode }: Surroundings,
): HealthCheckPlan {
  const { targetProtocol: protocol = 'HTTP', protocolVersion, healthCheck = {} } = settings;
  const { port } = healthCheck;
  const own = port === undefined ? trafficPort : (healthCheckPort(port, tcpCandidates(spec), networkMode) ?? 0);
  const usual = protocolVersion === 'GRPC' ? GRPC_HEALTH_CHECK : {};
  const others = protocolVersion === 'GRPC' ? { healthyHttpCodes: '' } : { healthyGrpcCodes: '' };
  const checked = settled(healthCheckFields, { ...usual, ...withoutUndefined(healthCheck) });
  return { ...checked, ...others, protocol, port: own === trafficPort ? 0 : own };
}

/** A path or codes ask for a request; otherwise it is enough that the container takes the connection. */
function planNlbHealthCheck({ healthCheck = {} }: TargetSettings, port: number): HealthCheckPlan {
  const { path, healthyHttpCodes } = healthCheck;
  const asks = path !== undefined || healthyHttpCodes !== undefined;
  const others = asks ? {} : { path: '', healthyHttpCodes: '' };
  return {
    ...settled(healthCheckFields, healthCheck), healthyGrpcCodes: '', ...others, protocol: asks ? 'HTTP' : 'TCP', port,
  };
}

/** `host port 80 → web:80`. */
export function showWay(target: TargetPlan | NlbTargetPlan): string {
  const { targetType, hostPort, containerName, containerPort } = target;
  const via = targetType === 'ip' ? 'its own address' : `host port ${hostPort === 0 ? '(dynamic)' : hostPort}`;
  const speaks = target.kind === 'network' ? [] : [
    ...target.protocol === 'HTTP' ? [] : [target.protocol],
    ...target.protocolVersion === 'HTTP1' ? [] : [target.protocolVersion],
  ];
  return `${via} → ${containerName}:${containerPort}${speaks.length === 0 ? '' : ` (${speaks.join(', ')})`}`;
}

/** `GET / on port 8080, 200-399`. */
export function showCheck({ protocol, port, path, healthyHttpCodes, healthyGrpcCodes }: HealthCheckPlan): string {
  const where = [...protocol === 'HTTPS' ? [' over HTTPS'] : [], ...port === 0 ? [] : [` on port ${port}`]].join('');
  if (protocol === 'TCP') return `TCP connection${where}`;
  return healthyGrpcCodes === ''
    ? `GET ${path}${where}, ${healthyHttpCodes}`
    : `gRPC ${path}${where}, ${healthyGrpcCodes}`;
}
