import { DockerrunRoute } from './listener-props';
import { AlarmedProps } from './observability-props';
import { ScheduledProps } from './scheduling';
import { DockerrunTaskDefinitionProps } from './task-definition';
import { WorkingProps } from './worker';

/**
 * Requests of a listener of the environment that go to a container of the added service. Without `instancePort` and the
 * name of a container they go to host port 80 if the file maps it, else to its only TCP port.
 */
export interface AddedServiceRule extends DockerrunRoute {
  /**
   * The port of the listener.
   *
   * @default - 443 if the environment has an HTTPS listener there, else the port of its first listener
   */
  readonly listenerPort?: number;
}

/** Properties of a service that `EcsEnvironment.addService` adds. */
export interface AddedServiceProps extends AlarmedProps, DockerrunTaskDefinitionProps, ScheduledProps, WorkingProps {
  /**
   * Listener rules that forward to the service.
   *
   * @default - nothing; nobody connects to it
   */
  readonly rules?: AddedServiceRule[];
}
