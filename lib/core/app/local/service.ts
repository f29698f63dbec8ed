import { table } from '../../finding/table';
import { secretIn } from '../../rules/secret-signs';
import { ContainerSpec, PortMappingSpec } from '../../spec/model';
import { LocalVolumes } from './volumes';
import { Yaml } from './yaml';

type YamlMap = { readonly [key: string]: Yaml | undefined };

/** What a container gets beside its own. */
export interface Surroundings {
  /** Variables of every container. */
  readonly variables: Readonly<Record<string, string>>;
  readonly volumes: LocalVolumes;
}

/** A container as a service of Compose. */
export function serviceOf(container: ContainerSpec, around: Surroundings): YamlMap {
  const {
    entryPoint, command, workingDirectory, user, hostname, privileged, readonlyRootFilesystem, interactive,
    pseudoTerminal,
  } = container;
  return {
    image: container.image && literal(container.image),
    entrypoint: list(entryPoint),
    command: list(command),
    working_dir: textOf(workingDirectory),
    user: textOf(user),
    hostname,
    privileged,
    read_only: readonlyRootFilesystem,
    stdin_open: interactive,
    tty: pseudoTerminal,
    environment: filled(variablesOf(container, around)),
    ...networkOf(container),
    ...limitsOf(container),
    volumes: list(around.volumes.mountsOf(container)),
    volumes_from: list(
      container.volumesFrom?.flatMap(({ sourceContainer, readOnly }) =>
        sourceContainer === undefined ? [] : [`${sourceContainer}${readOnly ? ':ro' : ''}`],
      ),
    ),
    labels: filled(container.dockerLabels && mapValues(container.dockerLabels, literal)),
    ...lifeOf(container),
  };
}

/** Compose reads `$` as the beginning of a variable. */
function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}

const textOf = (text: string | undefined) => (text === undefined ? undefined : literal(text));

function list(items: readonly string[] | undefined): Yaml | undefined {
  return items && items.length > 0 ? items.map(literal) : undefined;
}

function filled<T extends object>(map: T | undefined): T | undefined {
  return map && Object.keys(map).length > 0 ? map : undefined;
}

function mapValues<V, T>(map: Readonly<Record<string, V>>, change: (value: V) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

/** What the container sets itself wins. Secrets are asked for, not copied. */
function variablesOf(
  { environment = [], secrets = [] }: ContainerSpec, { variables }: Surroundings,
): Record<string, string> {
  const own = Object.fromEntries(
    environment.flatMap(({ name, value = '' }) => (name === undefined ? [] : [[name, value]])),
  );
  const plain = Object.entries({ ...variables, ...own }).map(([name, value]): [string, string] => [
    name, secretIn(name, value) === undefined ? literal(value) : asked(name),
  ]);
  return Object.fromEntries([
    ...plain, ...secrets.flatMap(({ name }) => (name === undefined ? [] : [[name, asked(name)]])),
  ]);
}

function asked(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `\${${name}:?set ${name}}` : '';
}

function networkOf(container: ContainerSpec): YamlMap {
  const { portMappings, links, disableNetworking, dnsServers, dnsSearchDomains, extraHosts } = container;
  return {
    ports: list(portMappings?.flatMap(portOf)),
    links: list(links),
    network_mode: disableNetworking ? 'none' : undefined,
    dns: list(dnsServers), dns_search: list(dnsSearchDomains),
    extra_hosts: list(extraHosts?.map(({ hostname, ipAddress }) => `${hostname}=${ipAddress}`)),
  };
}

/** Without a host port, Docker picks one. */
function portOf({ containerPort, containerPortRange, hostPort, protocol }: PortMappingSpec): string[] {
  const port = containerPortRange ?? containerPort;
  if (port === undefined) return [];
  const end = protocol === 'udp' ? '/udp' : '';
  return [hostPort && containerPortRange === undefined ? `${hostPort}:${port}${end}` : `${port}${end}`];
}

function limitsOf({
  memory, memoryReservation, cpu, ulimits, linuxParameters = {}, systemControls, dockerSecurityOptions,
}: ContainerSpec): YamlMap {
  const { capabilities, devices, initProcessEnabled, sharedMemorySize, swappiness, maxSwap, tmpfs } = linuxParameters;
  return {
    mem_limit: inMiB(memory),
    mem_reservation: inMiB(memoryReservation),
    cpu_shares: cpu === undefined || cpu < 2 ? undefined : cpu,
    memswap_limit: maxSwap === undefined || memory === undefined ? undefined : inMiB(memory + maxSwap),
    mem_swappiness: swappiness,
    shm_size: inMiB(sharedMemorySize),
    init: initProcessEnabled,
    cap_add: list(capabilities?.add),
    cap_drop: list(capabilities?.drop),
    devices: list(
      devices?.map(
        ({ hostPath = '', containerPath = hostPath, permissions = ['read', 'write', 'mknod'] }) =>
          `${hostPath}:${containerPath}:${permissions.map((one) => one[0]).join('')}`,
      ),
    ),
    tmpfs: list(
      tmpfs?.map(
        ({ containerPath, size, mountOptions = [] }) =>
          `${containerPath}:${[`size=${size}m`, ...mountOptions].join(',')}`,
      ),
    ),
    ulimits: filled(
      Object.fromEntries(
        (ulimits ?? []).map(({ name, softLimit, hardLimit }) => [name, { soft: softLimit, hard: hardLimit }]),
      ) as YamlMap,
    ),
    sysctls: filled(
      Object.fromEntries((systemControls ?? []).map(({ namespace, value = '' }) => [namespace, literal(value)])),
    ),
    security_opt: list(dockerSecurityOptions),
  };
}

function inMiB(size: number | undefined): string | undefined {
  return size === undefined ? undefined : `${size}m`;
}

const CONDITIONS = table<string>({
  START: 'service_started', COMPLETE: 'service_completed_successfully', SUCCESS: 'service_completed_successfully',
  HEALTHY: 'service_healthy',
});

/** When it starts, whether it is well, and how it stops. */
function lifeOf({
  dependsOn, healthCheck, stopTimeout, restartPolicy, logConfiguration: logs,
}: ContainerSpec): YamlMap {
  return {
    depends_on: filled(
      Object.fromEntries(
        (dependsOn ?? []).map(({ containerName, condition = 'START' }) => [
          containerName, { condition: CONDITIONS[condition] },
        ]),
      ) as YamlMap,
    ),
    healthcheck: healthCheck && {
      test: list(checkOf(healthCheck.command)),
      interval: seconds(healthCheck.interval),
      timeout: seconds(healthCheck.timeout),
      retries: healthCheck.retries,
      start_period: seconds(healthCheck.startPeriod),
    },
    stop_grace_period: seconds(stopTimeout),
    restart: restartPolicy?.enabled ? 'always' : undefined,
    logging:
      logs?.logDriver === 'json-file' || logs?.logDriver === 'none'
        ? { driver: logs.logDriver, options: logs.options && mapValues(logs.options, literal) }
        : undefined,
  };
}

/** Amazon ECS runs a command without CMD or CMD-SHELL as it is. */
function checkOf(command: readonly string[] = []): string[] {
  return /^(CMD|CMD-SHELL|NONE)$/.test(command[0] ?? '') ? [...command] : ['CMD', ...command];
}

function seconds(count: number | undefined): string | undefined {
  return count === undefined ? undefined : `${count}s`;
}
