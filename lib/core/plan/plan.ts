import { NetworkModeName } from '../settings/network-modes';
import { Setting } from '../settings/settings';
import { ContainerSpec } from '../spec/model';
import { AccessLogsPlan, AccessPlan } from './access-plan';
import { Decision } from './decision';
import { LaunchPlan } from './launch-plan';
import { NetworkFrontPlan, NetworkRoutePlan } from './network-plan';
import { GroupScalingPlan, ServicePlan } from './service-plan';

export * from './access-plan';
export * from './network-plan';

/** What will be deployed. Nothing in it is optional: every default is resolved and every name leads to an object. */
export interface Plan {
  readonly target: 'ecs';
  readonly network: NetworkPlan;
  readonly capacity: CapacityPlan;
  readonly task: TaskPlan;
  /** The load balancer for requests; null when no listener speaks HTTP. */
  readonly front: FrontPlan | null;
  /** The load balancer for connections; null when every listener speaks HTTP. */
  readonly networkFront: NetworkFrontPlan | null;
  readonly service: ServicePlan;
  readonly decisions: readonly Decision[];
}

/** A service by itself, on instances and behind listeners that are there already. */
export interface ServiceDeployment {
  readonly target: 'ecs';
  readonly task: TaskPlan;
  /** What leads to it. */
  readonly routes: readonly RoutePlan[];
  /** What leads connections to it. */
  readonly networkRoutes: readonly NetworkRoutePlan[];
  readonly service: ServicePlan;
  readonly decisions: readonly Decision[];
}

/** A target group and what leads to it. */
export interface RoutePlan {
  /** Tells its resources from those of other routes, whatever their order. */
  readonly key: string;
  /** The listener: its port, or a hash of its path in the app when somebody else made it. */
  readonly listener: string;
  /** Null for every request that no rule takes. */
  readonly rule: ConditionsPlan | null;
  readonly target: TargetPlan;
}

export interface NetworkPlan {
  readonly vpc: 'new' | 'given';
  /** 0 when the VPC is given. */
  readonly maxAzs: number;
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
}

export interface TaskPlan {
  readonly networkMode: NetworkModeName;
  readonly containers: readonly ContainerPlan[];
  readonly volumes: readonly VolumePlan[];
  /** The role that the file names; null when the stack makes one. */
  readonly executionRoleArn: string | null;
  readonly pulls: readonly EcrRepository[];
  readonly grants: readonly AgentGrant[];
  /** Null when every container has a logging of its own, so that there is no log group. */
  readonly logRetentionDays: number | null;
}

/** The parameters that the plan decides on; all others reach the template as the author wrote them. */
export type PlannedParameter = 'name' | 'image' | 'essential' | 'cpu' | 'memory' | 'memoryReservation' | 'portMappings' | 'links' | 'environment';

export interface ContainerPlan {
  readonly name: string;
  readonly image: string;
  readonly essential: boolean;
  readonly portMappings: readonly PortMappingPlan[];
  readonly links: readonly LinkPlan[];
  readonly environment: readonly VariablePlan[];
  /** Whether its output goes to the log group of the environment; otherwise the file configures logging itself. */
  readonly logsToEnvironment: boolean;
  /** Every parameter of the file that needs no decision, word for word. */
  readonly parameters: Omit<ContainerSpec, PlannedParameter> & Pick<ContainerSpec, 'cpu' | 'memory' | 'memoryReservation'>;
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
  | { readonly kind: 'scratch'; readonly name: string };

export type DockerVolume = NonNullable<import('../spec/model').VolumeSpec['dockerVolumeConfiguration']>;
export type EfsVolume = NonNullable<import('../spec/model').VolumeSpec['efsVolumeConfiguration']>;

/** A private repository that an image comes from. */
export interface EcrRepository {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
}

/** Something of the user's that the agent needs for a container. `id` is an ARN, or a name in this account. */
export interface AgentGrant {
  readonly kind: 'secret' | 'parameter' | 'object' | 'log-group';
  readonly id: string;
  /** Where it is when `id` is a name; an empty string for the region of the stack. */
  readonly region: string;
}

/** The load balancer and what it forwards to. */
export interface FrontPlan {
  /** Empty for one that CloudFormation makes up. */
  readonly name: Setting<string>;
  readonly scheme: 'internet-facing' | 'internal';
  readonly ipAddressType: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4';
  /** Who may connect where a listener is open. */
  readonly everybody: readonly ('0.0.0.0/0' | '::/0' | 'vpc')[];
  readonly idleTimeoutSeconds: Setting<number>;
  readonly dropInvalidHeaderFields: boolean;
  readonly deletionProtection: boolean;
  /** Null when there are none. */
  readonly accessLogs: AccessLogsPlan | null;
  /** Null when there is none. */
  readonly webAclArn: Setting<string> | null;
  readonly listeners: readonly ListenerPlan[];
  readonly redirects: readonly RedirectPlan[];
  /** What clients connect to. */
  readonly door: DoorPlan;
  /** Null when clients use the name that AWS gives. */
  readonly domain: DomainPlan | null;
}

export type DoorPlan = { readonly kind: 'load-balancer' } | HttpApiPlan | CloudFrontPlan;

export interface HttpApiPlan {
  readonly kind: 'http-api';
  /** The port of the listener that it leads to; nobody else connects there. */
  readonly listener: number;
  readonly timeoutSeconds: Setting<number>;
  /** The name in the certificate of the listener; empty for plain HTTP. */
  readonly secureServerName: Setting<string>;
  readonly logRetentionDays: number;
}

export interface CloudFrontPlan {
  readonly kind: 'cloudfront';
  /** The port of the listener that it leads to; nobody else connects there. */
  readonly listener: number;
  /** How it speaks to the listener. */
  readonly protocol: 'HTTP' | 'HTTPS';
  /** The names that clients may call it by, beside its own. */
  readonly domainNames: readonly Setting<string>[];
  /** The addresses that it connects from; null to look them up. */
  readonly prefixListId: Setting<string> | null;
  /** Null when there is none. */
  readonly webAclArn: Setting<string> | null;
  /** Whether it keeps what a cache policy of the user says; otherwise nothing. */
  readonly caches: boolean;
}

/** The name by which clients call the environment. */
export interface DomainPlan {
  readonly name: Setting<string>;
  /** What gets the certificate that is made for the name; null when none is made. */
  readonly certificateOf: 'listener' | 'http-api' | null;
  /** Further names in that certificate. */
  readonly alternativeNames: readonly Setting<string>[];
  /** The records that lead there. */
  readonly records: readonly ('A' | 'AAAA')[];
}

/** A listener that only sends clients to another port, over HTTPS. */
export interface RedirectPlan {
  readonly port: number;
  readonly toPort: number;
  readonly access: AccessPlan;
}

export interface ListenerPlan {
  readonly port: number;
  readonly protocol: 'HTTP' | 'HTTPS';
  /** Empty for HTTP. */
  readonly sslPolicy: string;
  readonly access: AccessPlan;
  /** What happens to requests that no rule takes. */
  readonly action: ActionPlan;
  readonly rules: readonly RulePlan[];
}

export interface RulePlan extends ConditionsPlan {
  readonly action: ActionPlan;
}

export interface ConditionsPlan {
  /** Stands for its conditions in construct ids; empty for a rule that takes every path and host. */
  readonly key: string;
  readonly priority: number;
  readonly pathPatterns: readonly string[];
  readonly hostHeaders: readonly string[];
  /** The header with the secret of CloudFront that a request has to have; empty for none. */
  readonly header: string;
}

export type ActionPlan =
  | { readonly kind: 'forward'; readonly target: TargetPlan }
  | { readonly kind: 'fixed-response'; readonly statusCode: number; readonly contentType: string; readonly messageBody: string }
  | RedirectActionPlan;

/** `#{…}` stands for the same part of the request. */
export interface RedirectActionPlan {
  readonly kind: 'redirect';
  readonly protocol: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
  readonly permanent: boolean;
}

export interface TargetPlan {
  /** Empty for one that CloudFormation makes up. */
  readonly name: string;
  readonly containerName: string;
  readonly containerPort: number;
  /** 0 when the instance picks a port. */
  readonly hostPort: number;
  readonly targetType: 'instance' | 'ip';
  readonly protocol: 'HTTP' | 'HTTPS';
  readonly protocolVersion: 'HTTP1' | 'HTTP2' | 'GRPC';
  readonly healthCheck: HealthCheckPlan;
  readonly deregistrationDelaySeconds: number;
  /** How long a client stays with its task; 0 for not at all. */
  readonly stickinessSeconds: number;
  /** How long a new task is spared; 0 for not at all. */
  readonly slowStartSeconds: number;
}

export interface HealthCheckPlan {
  readonly protocol: 'HTTP' | 'HTTPS';
  /** 0 for the port that requests go to. */
  readonly port: number;
  readonly path: string;
  /** Empty for gRPC. */
  readonly httpCodes: string;
  /** Empty unless for gRPC. */
  readonly grpcCodes: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThresholdCount: number;
  readonly unhealthyThresholdCount: number;
}
