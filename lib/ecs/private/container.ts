import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { ContainerPlan } from '../../core/plan/plan';

/** Parameters that the CDK keeps in lists of its own, so that more can be added to a container later. */
type ListedParameter = 'mountPoints' | 'volumesFrom' | 'ulimits' | 'dependsOn';

/** An image by its name as it stands in the file; what it takes to pull it is granted by the task definition. */
class NamedImage extends ecs.ContainerImage {
  constructor(private readonly imageName: string) {
    super();
  }

  public bind(_scope: Construct, _container: ecs.ContainerDefinition): ecs.ContainerImageConfig {
    return { imageName: this.imageName };
  }
}

/** A container whose parameters reach the template as the author wrote them. */
export class DockerrunContainer extends ecs.ContainerDefinition {
  private readonly verbatim: Omit<ContainerPlan['parameters'], ListedParameter>;

  constructor(
    taskDefinition: ecs.TaskDefinition, plan: ContainerPlan, environment: { readonly [name: string]: string }, logging: ecs.LogDriver | undefined,
  ) {
    const { mountPoints = [], volumesFrom = [], ulimits = [], dependsOn: _, ...verbatim } = plan.parameters;
    // The prefix keeps a container called TaskRole or constructor apart from what is there already.
    super(taskDefinition, `Container-${plan.name}`, {
      taskDefinition,
      containerName: plan.name,
      image: new NamedImage(plan.image),
      essential: plan.essential,
      cpu: verbatim.cpu,
      memoryLimitMiB: verbatim.memory,
      memoryReservationMiB: verbatim.memoryReservation,
      environment: { ...environment },
      logging,
      portMappings: plan.portMappings.map(toPortMapping),
    });
    this.verbatim = verbatim;
    this.addMountPoints(...mountPoints.map(({ sourceVolume = '', containerPath = '', readOnly = false }) => ({ sourceVolume, containerPath, readOnly })));
    this.addVolumesFrom(...volumesFrom.map(({ sourceContainer = '', readOnly = false }) => ({ sourceContainer, readOnly })));
    this.addUlimits(...ulimits.map(({ name, softLimit = 0, hardLimit = 0 }) => ({ name: name as ecs.UlimitName, softLimit, hardLimit })));
  }

  public renderContainerDefinition(taskDefinition?: ecs.TaskDefinition): ecs.CfnTaskDefinition.ContainerDefinitionProperty {
    const rendered = super.renderContainerDefinition(taskDefinition);
    return { ...rendered, ...this.verbatim } as ecs.CfnTaskDefinition.ContainerDefinitionProperty;
  }
}

/** Makes the containers of a task and ties them together once all of them are there. */
export function addContainers(plans: readonly ContainerPlan[], create: (plan: ContainerPlan) => ecs.ContainerDefinition): void {
  const containers = new Map(plans.map((plan) => [plan.name, create(plan)]));
  for (const plan of plans) {
    const container = containers.get(plan.name)!;
    for (const { container: linked, alias } of plan.links) container.addLink(containers.get(linked)!, alias === linked ? undefined : alias);
    for (const { containerName = '', condition } of plan.parameters.dependsOn ?? []) {
      container.addContainerDependencies({ container: containers.get(containerName)!, condition: condition as ecs.ContainerDependencyCondition });
    }
  }
}

function toPortMapping({ containerPort, hostPort, protocol, containerPortRange, name, appProtocol }: ContainerPlan['portMappings'][number]): ecs.PortMapping {
  const common = { protocol: protocol as ecs.Protocol, name: name || undefined, appProtocol: appProtocols[appProtocol] };
  return containerPortRange === ''
    ? { ...common, containerPort, hostPort }
    : { ...common, containerPort: ecs.ContainerDefinition.CONTAINER_PORT_USE_RANGE, containerPortRange };
}

const appProtocols: Readonly<Record<string, ecs.AppProtocol | undefined>> = {
  http: ecs.AppProtocol.http,
  http2: ecs.AppProtocol.http2,
  grpc: ecs.AppProtocol.grpc,
};
