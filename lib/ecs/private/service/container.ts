import * as ecs from 'aws-cdk-lib/aws-ecs';
import { table } from '../../../core/finding/table';
import { ContainerPlan } from '../../../core/plan/ecs/plan';

/** Parameters that the CDK keeps in lists of its own, so that more can be added to a container later. */
type ListedParameter = 'mountPoints' | 'volumesFrom' | 'ulimits' | 'dependsOn';

/** What a container gets beside the parameters of the file. */
export interface ContainerExtras {
  readonly image: ecs.ContainerImage;
  readonly environment: { readonly [name: string]: string };
  readonly secrets?: { readonly [name: string]: ecs.Secret };
  /** The ARNs of files with variables. */
  readonly environmentFiles?: readonly string[];
  readonly logging: ecs.LogDriver | undefined;
}

/** A container whose parameters reach the template as the author wrote them. */
export class DockerrunContainer extends ecs.ContainerDefinition {
  private readonly verbatim: Omit<ContainerPlan['parameters'], ListedParameter>;

  private readonly environmentFileArns: readonly string[];

  constructor(taskDefinition: ecs.TaskDefinition, plan: ContainerPlan, extras: ContainerExtras) {
    const { image, environment, secrets, environmentFiles = [], logging } = extras;
    const { mountPoints = [], volumesFrom = [], ulimits = [], dependsOn: _, ...verbatim } = plan.parameters;
    // The prefix keeps a container called TaskRole or constructor apart from what is there already.
    super(taskDefinition, `Container-${plan.name}`, {
      taskDefinition,
      containerName: plan.name,
      image,
      essential: plan.essential,
      cpu: verbatim.cpu,
      memoryLimitMiB: verbatim.memory,
      memoryReservationMiB: verbatim.memoryReservation,
      environment: { ...environment },
      secrets: secrets && { ...secrets },
      logging,
      portMappings: plan.portMappings.map(toPortMapping),
    });
    this.verbatim = verbatim;
    this.environmentFileArns = environmentFiles;
    this.addMountPoints(
      ...mountPoints.map(({ sourceVolume = '', containerPath = '', readOnly = false }) => ({
        sourceVolume, containerPath, readOnly,
      })),
    );
    this.addVolumesFrom(
      ...volumesFrom.map(({ sourceContainer = '', readOnly = false }) => ({ sourceContainer, readOnly })),
    );
    this.addUlimits(
      ...ulimits.map(({ name, softLimit = 0, hardLimit = 0 }) => ({
        name: name as ecs.UlimitName, softLimit, hardLimit,
      })),
    );
  }

  public renderContainerDefinition(
    taskDefinition?: ecs.TaskDefinition,
  ): ecs.CfnTaskDefinition.ContainerDefinitionProperty {
    const rendered = super.renderContainerDefinition(taskDefinition);
    const secrets = [...(this.verbatim.secrets ?? []), ...((rendered.secrets as unknown[]) ?? [])];
    const environmentFiles = [
      ...this.environmentFileArns.map((value) => ({ type: 's3', value })), ...(this.verbatim.environmentFiles ?? []),
    ];
    const lists = {
      ...(secrets.length > 0 ? { secrets } : {}), ...(environmentFiles.length > 0 ? { environmentFiles } : {}),
    };
    return { ...rendered, ...this.verbatim, ...lists } as ecs.CfnTaskDefinition.ContainerDefinitionProperty;
  }
}

/** Makes the containers of a task and ties them together once all of them are there. */
export function addContainers(
  plans: readonly ContainerPlan[], create: (plan: ContainerPlan) => ecs.ContainerDefinition,
): void {
  const containers = new Map(plans.map((plan) => [plan.name, create(plan)]));
  for (const plan of plans) {
    const container = containers.get(plan.name)!;
    for (const { container: linked, alias } of plan.links) {
      container.addLink(containers.get(linked)!, alias === linked ? undefined : alias);
    }
    for (const { containerName = '', condition } of plan.parameters.dependsOn ?? []) {
      container.addContainerDependencies({
        container: containers.get(containerName)!, condition: condition as ecs.ContainerDependencyCondition,
      });
    }
  }
}

function toPortMapping({
  containerPort, hostPort, protocol, containerPortRange, name, appProtocol,
}: ContainerPlan['portMappings'][number]): ecs.PortMapping {
  const common = {
    protocol: protocol as ecs.Protocol, name: name || undefined, appProtocol: appProtocols[appProtocol],
  };
  return containerPortRange === ''
    ? { ...common, containerPort, hostPort }
    : { ...common, containerPort: ecs.ContainerDefinition.CONTAINER_PORT_USE_RANGE, containerPortRange };
}

const appProtocols = table<ecs.AppProtocol | undefined>({
  http: ecs.AppProtocol.http,
  http2: ecs.AppProtocol.http2,
  grpc: ecs.AppProtocol.grpc,
});
