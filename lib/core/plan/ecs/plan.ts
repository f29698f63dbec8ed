import { NetworkModeName } from '../../settings/network/network';
import { Setting } from '../../settings/settings';
import { AgentGrant, EcrRepository } from '../../spec/grants';
import { BuildSpec, ContainerSpec } from '../../spec/model';
import { Decision } from '../decision';
import { FrontPlan, NlbPlan, NlbRoutePlan, RoutePlan } from '../traffic/model';
import { BootPlan } from './instances/boot-plan';
import { LaunchPlan } from './instances/launch-plan';
import { AlarmsPlan } from './service/alarm-plan';
import { GroupScalingPlan, ServicePlan } from './service/service-plan';
import { WorkerPlan } from './service/worker';

export * from '../traffic/model';

/** What will be deployed. Nothing in it is optional: every default is resolved and every name leads to an object. */
export interface Plan {
  readonly target: 'ecs';
  readonly network: NetworkPlan;
  readonly capacity: CapacityPlan;
  readonly task: TaskPlan;
  /** The load balancer for requests; null when no listener speaks HTTP. */
  readonly front: FrontPlan | null;
  /** The load balancer for connections; null when every listener speaks HTTP. */
  readonly networkFront: NlbPlan | null;
  readonly worker: WorkerPlan | null;
  readonly service: ServicePlan;
  /** Null when nobody asked for any. */
  readonly alarms: AlarmsPlan | null;
  readonly dashboard: boolean;
  readonly decisions: readonly Decision[];
}

/** A service by itself, on instances and behind listeners that are there already. */
export interface ServiceDeployment {
  readonly target: 'ecs';
  readonly task: TaskPlan;
  /** What leads to it. */
  readonly routes: readonly RoutePlan[];
  /** What leads connections to it. */
  readonly networkRoutes: readonly NlbRoutePlan[];
  readonly worker: WorkerPlan | null;
  readonly service: ServicePlan;
  /** The VPC endpoints that it needs beside those of the environment that it was added to. */
  readonly endpoints: readonly string[];
  /** Null when nobody asked for any. */
  readonly alarms: AlarmsPlan | null;
  readonly dashboard: boolean;
  readonly decisions: readonly Decision[];
}

export interface NetworkPlan {
  readonly vpc: 'new' | 'given';
  /** 0 when the VPC is given. */
  readonly maxAzs: number;
  /** For how many further zones the range has room. */
  readonly sparedAzs: number;
  /** Empty when the VPC is given. */
  readonly cidr: string;
  readonly nat: 'none' | 'single' | 'per-az' | 'instances' | 'given';
  /** How many gateways or instances there are. */
  readonly natGateways: number;
  /** Empty unless NAT is done by instances. */
  readonly natInstanceType: string;
  /** The services that have an endpoint in the VPC, by the names of AWS. */
  readonly endpoints: readonly string[];
  readonly flowLogs: boolean;
  readonly restrictDefaultSecurityGroup: boolean;
}

export interface CapacityPlan {
  readonly instanceType: Setting<string>;
  readonly architecture: 'x86_64' | 'arm64';
  readonly minCapacity: Setting<number>;
  readonly maxCapacity: Setting<number>;
  /** How many instances stay in service while their launch template changes. */
  readonly minInstancesInService: number;
  /** Whether Amazon ECS changes how many there are with the number of tasks. */
  readonly managedScaling: boolean;
  /** Null when only the need for room changes how many there are. */
  readonly scaling: GroupScalingPlan | null;
  readonly launch: LaunchPlan;
  readonly boot: BootPlan;
}

export interface TaskPlan {
  readonly networkMode: NetworkModeName;
  readonly containers: readonly ContainerPlan[];
  readonly volumes: readonly VolumePlan[];
  /** The role of a prop or the one that the file names; null when the stack makes one. */
  readonly executionRoleArn: Setting<string> | null;
  /** The role of a prop; null when the stack makes one. */
  readonly taskRoleArn: Setting<string> | null;
  readonly pulls: readonly EcrRepository[];
  readonly grants: readonly AgentGrant[];
  /** Null when every container has a logging of its own, so that there is no log group. */
  readonly logRetention: number | null;
  /** Whether a shell may be opened in its containers. */
  readonly executeCommand: boolean;
}

/** The parameters that the plan decides on; all others reach the template as the author wrote them. */
export type PlannedParameter =
  'name' | 'image' | 'essential' | 'cpu' | 'memory' | 'memoryReservation' | 'portMappings' | 'links' | 'environment';

export interface ContainerPlan {
  readonly name: string;
  readonly image: Setting<string>;
  /** How the image is made, where the file says so and no prop gives another. */
  readonly build?: BuildPlan;
  /** Null unless a prop gives them. */
  readonly registryCredentials: Setting<string> | null;
  readonly essential: boolean;
  readonly portMappings: readonly PortMappingPlan[];
  readonly links: readonly LinkPlan[];
  readonly environment: readonly VariablePlan[];
  /** Those of the props; those of the file are among the parameters. */
  readonly secrets: readonly VariablePlan[];
  /** The files with variables of the props, which come before those of the file. */
  readonly environmentFiles: readonly Setting<string>[];
  /** Whether its output goes to the log group of the environment; otherwise the file configures logging itself. */
  readonly logsToEnvironment: boolean;
  /** Every parameter of the file that needs no decision, word for word. */
  readonly parameters: Omit<ContainerSpec, PlannedParameter>
    & Pick<ContainerSpec, 'cpu' | 'memory' | 'memoryReservation'>;
}

/** An image that is built where the app is deployed from. */
export interface BuildPlan extends BuildSpec {
  readonly platform: 'linux/amd64' | 'linux/arm64';
}

export interface PortMappingPlan {
  /** 0 when the mapping is a range. */
  readonly containerPort: number;
  /** 0 when the instance picks a port. */
  readonly hostPort: number;
  readonly protocol: 'tcp' | 'udp';
  /** The range, or an empty string. */
  readonly containerPortRange: string;
  /** The name, or an empty string. */
  readonly name: string;
  /** The application protocol, or an empty string. */
  readonly appProtocol: string;
}

export interface LinkPlan {
  readonly container: string;
  readonly alias: string;
}

export interface VariablePlan {
  readonly name: string;
  readonly value: Setting<string>;
}

export type VolumePlan =
  | { readonly kind: 'host'; readonly name: string; readonly sourcePath: string }
  | { readonly kind: 'docker'; readonly name: string; readonly configuration: DockerVolume }
  | { readonly kind: 'efs'; readonly name: string; readonly configuration: EfsVolume }
  /** A file system that the user brings, for which the plan has no name. */
  | { readonly kind: 'file-system'; readonly name: string; readonly rootDirectory: string }
  | { readonly kind: 'scratch'; readonly name: string };

export type DockerVolume = NonNullable<import('../../spec/model').VolumeSpec['dockerVolumeConfiguration']>;
export type EfsVolume = NonNullable<import('../../spec/model').VolumeSpec['efsVolumeConfiguration']>;
