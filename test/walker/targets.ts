import { ephemeralPorts, onePort, Ports, showPorts, transportsOf } from './ports';
import { listNames, nameOf, portOf, Resource, Template } from './template';
import { Trail } from './trail';

/** A service that registers a container with a target group. */
export interface Registration {
  readonly service: Resource;
  readonly containerName: string;
  readonly containerPort: number;
}

/** A task definition, and the mode that decides which port traffic uses. */
interface Task {
  readonly id: string;
  readonly mode: string;
  readonly containers: readonly any[];
}

export function registrationsOf(template: Template, targetGroup: Resource): Registration[] {
  return template
    .all('AWS::ECS::Service')
    .flatMap((service) =>
      (service.properties.LoadBalancers ?? [])
        .filter((entry: any) => groupsOf(entry).includes(targetGroup.id))
        .map(({ ContainerName, ContainerPort }: any) => ({
          service, containerName: ContainerName, containerPort: portOf(ContainerPort) ?? 0,
        })),
    );
}

/** The target groups of one entry of a service: its own, and the one that the next version comes up in. */
export function groupsOf({ TargetGroupArn, AdvancedConfiguration }: any): string[] {
  const second = AdvancedConfiguration?.AlternateTargetGroupArn;
  return [nameOf(TargetGroupArn), ...second === undefined ? [] : [nameOf(second)]];
}

export function networkModeOf(template: Template, service: Resource): string | undefined {
  return taskOf(template, service)?.mode;
}

/**
 * From the target group through the service to the port of a container; returns every port that the load balancer must
 * reach.
 */
export function walkTarget(
  template: Template, targetGroup: Resource, registration: Registration, trail: Trail,
): Ports[] {
  const { service, containerName, containerPort } = registration;
  const task = taskOf(template, service);
  if (!task) {
    trail.break(`Service ${service.id} runs no task definition of the template.`);
    return [];
  }
  trail.step(`service ${service.id} registers container ${containerName}, port ${containerPort}`);
  checkTargetType(targetGroup, task, trail);
  const [transport, second] = transportsOf(targetGroup.properties.Protocol);
  const registered = trafficPorts(service, task, containerName, onePort(transport, containerPort), trail);
  const others = second ? registered.map((ports) => ({ ...ports, protocol: second })) : [];
  const traffic = [...registered, ...others.flatMap((ports) => secondPorts(targetGroup, task, ports, trail))];
  for (const ports of traffic) trail.step(`task definition ${task.id} (${task.mode}) takes it at ${showPorts(ports)}`);
  return [...traffic, ...healthPorts(targetGroup, task, traffic, trail)];
}

function taskOf(template: Template, service: Resource): Task | undefined {
  const found = template.find('AWS::ECS::TaskDefinition', service.properties.TaskDefinition);
  if (!found) return undefined;
  return {
    id: found.id,
    mode: found.properties.NetworkMode ?? 'bridge',
    containers: found.properties.ContainerDefinitions ?? [],
  };
}

function checkTargetType({ id, properties }: Resource, { id: task, mode }: Task, trail: Trail): void {
  const needed = mode === 'awsvpc' ? 'ip' : 'instance';
  const type = properties.TargetType ?? 'instance';
  if (type !== needed) {
    trail.break(
      `Target group ${id} has target type ${type}, but network mode ${mode} of task definition ${task} needs `
        + `${needed}.`,
    );
  }
}

function trafficPorts(service: Resource, task: Task, name: string, wanted: Ports, trail: Trail): Ports[] {
  const container = task.containers.find(({ Name }) => Name === name);
  if (!container) {
    const names = listNames(task.containers.map(({ Name }) => Name));
    trail.break(
      `Service ${service.id} registers container ${name}, but the containers of task definition ${task.id} are: `
        + `${names}.`,
    );
    return [];
  }
  const mappings = mappingsOf(container);
  if (mappings.filter(({ containerPort }) => containerPort === wanted.from).length > 1) {
    trail.break(
      `Service ${service.id} registers port ${wanted.from} of container ${name}, which task definition ${task.id} `
        + 'maps more than once.',
    );
    return [];
  }
  const mapping = mappings.find(
    ({ protocol, containerPort }) => protocol === wanted.protocol && containerPort === wanted.from,
  );
  if (!mapping) {
    const mapped = listNames(mappings.map(({ protocol, containerPort }) => `${protocol} ${containerPort}`));
    trail.break(
      `Service ${service.id} registers ${showPorts(wanted)} of container ${name}, but task definition ${task.id} `
        + `maps: ${mapped}.`,
    );
    return [];
  }
  return [usedPorts(task.mode, mapping)];
}

/** A target group for both protocols sends the second to the same port, whoever listens there. */
function secondPorts({ id }: Resource, task: Task, ports: Ports, trail: Trail): Ports[] {
  const answers = task.containers.flatMap(mappingsOf).map((mapping) => usedPorts(task.mode, mapping));
  const same = answers.some(
    ({ protocol, from, to }) => protocol === ports.protocol && from === ports.from && to === ports.to,
  );
  const answered = same && ports.from === ports.to;
  if (!answered) {
    trail.break(
      `Target group ${id} sends ${showPorts(ports)}, where no container of task definition ${task.id} listens.`,
    );
  }
  return answered ? [ports] : [];
}

/** A health check on a port of its own needs that port, and a container that answers there. It always goes over TCP. */
function healthPorts({ id, properties }: Resource, task: Task, traffic: readonly Ports[], trail: Trail): Ports[] {
  const port = portOf(properties.HealthCheckPort);
  const isTcp = traffic.every(({ protocol }) => protocol === 'tcp') || properties.Protocol === 'TCP_UDP';
  if (port === undefined && isTcp) {
    trail.step(`target group ${id} checks health on the traffic port`);
    return [];
  }
  if (traffic.length === 0) return [];
  const [{ from, to }] = traffic;
  if (port === undefined && from !== to) {
    trail.break(
      `Target group ${id} checks health over TCP, but its traffic port is one of UDP that the instance picks.`,
    );
    return [];
  }
  return checkedPort(id, port ?? from, task, trail);
}

function checkedPort(id: string, port: number, task: Task, trail: Trail): Ports[] {
  const ports = onePort('tcp', port);
  const answers = task.containers.flatMap(mappingsOf).map((mapping) => usedPorts(task.mode, mapping));
  const answered = answers.some(({ protocol, from, to }) => protocol === 'tcp' && from === port && to === port);
  if (answered) {
    trail.step(`target group ${id} checks health on ${showPorts(ports)}`);
  } else {
    trail.break(
      `Target group ${id} checks health on ${showPorts(ports)}, where no container of task definition ${task.id} `
        + 'listens.',
    );
  }
  return [ports];
}

interface Mapping {
  readonly protocol: string;
  readonly containerPort: number;
  readonly hostPort: number;
}

function mappingsOf({ PortMappings = [] }: any): Mapping[] {
  return PortMappings.map(({ Protocol = 'tcp', ContainerPort, HostPort }: any) => (
    { protocol: Protocol, containerPort: portOf(ContainerPort) ?? 0, hostPort: portOf(HostPort) ?? 0 }
  ));
}

function usedPorts(mode: string, { protocol, containerPort, hostPort }: Mapping): Ports {
  if (mode !== 'bridge') return onePort(protocol, containerPort);
  return hostPort === 0 ? ephemeralPorts(protocol) : onePort(protocol, hostPort);
}
