import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { ServiceDeployment } from '../core/plan/ecs/plan';
import { DockerrunRoute } from './listener-props';
import { DockerrunNetworkRoute } from './network-listener-props';
import { AlarmedProps, EcsDashboardProps } from './observability-props';
import { SharedWatch } from './private/service/watch';
import { ScheduledProps } from './scheduling';
import { DockerrunTaskDefinitionProps } from './task-definition';
import { WorkingProps } from './worker';

/**
 * Requests of a listener that go to a container of the service. Without `instancePort` and the name of a container they
 * go to host port 80 if the file maps it, else to its only TCP port.
 */
export interface DockerrunServiceRule extends DockerrunRoute {
  /**
   * The listener, which may be imported. Without path patterns and host headers, the service answers whatever no rule
   * of it takes; this works for listeners of the same app that have no default action.
   */
  readonly listener: elbv2.IApplicationListener;
}

/** Properties of `DockerrunService`. */
export interface DockerrunServiceProps
  extends AlarmedProps, EcsDashboardProps, DockerrunTaskDefinitionProps, ScheduledProps, WorkingProps {
  /**
   * The cluster, which may be imported. Unless tasks have addresses of their own, it has to know the security groups of
   * its instances.
   */
  readonly cluster: ecs.ICluster;

  /**
   * Listener rules that forward to the service.
   *
   * @default - nothing; nobody connects to it
   */
  readonly rules?: DockerrunServiceRule[];

  /**
   * Network listeners that forward to the service.
   *
   * @default - nothing but `rules`
   */
  readonly networkRoutes?: DockerrunNetworkRoute[];

  /**
   * Minimum number of instances of the cluster. The number of tasks that keep running during a deployment follows from
   * it.
   *
   * @default - it is not known
   */
  readonly minCapacity?: number;

  /**
   * The subnets of the tasks in the awsvpc network mode.
   *
   * @default - the private subnets with a way out
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The security groups of the tasks in the awsvpc network mode.
   *
   * @default - a new one
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * The name of the capacity provider whose instances replicas run on.
   *
   * @default - they run on any instance of the cluster, and start none
   */
  readonly capacityProviderName?: string;

  /** @internal */
  readonly _planned?: PlannedService;
}

/** What an environment hands over to its services. */
interface PlannedService {
  readonly plan: ServiceDeployment;
  /** For each route of the plan the listener that it is on. */
  readonly listeners: readonly elbv2.IApplicationListener[];
  /** The same for connections. */
  readonly networkListeners: readonly elbv2.NetworkListener[];
  /** What requests show that come through CloudFront. */
  readonly originSecret?: secretsmanager.ISecret;
  readonly watch: SharedWatch;
}
