import { Settled } from '../../settings/fields/field';
import { Setting } from '../../settings/settings';
import { redirectFields, responseFields } from '../../settings/traffic/action';
import { applicationFields } from '../../settings/traffic/load-balancer';
import { NetworkProtocol } from '../../settings/traffic/protocols';
import { connectionFields, healthCheckFields, requestFields, targetFields } from '../../settings/traffic/target';

/** What both kinds of load balancer have. */
interface BalancerPlan {
  readonly scheme: 'internet-facing' | 'internal';
  /** Who may connect where a listener is open. */
  readonly everybody: readonly ('0.0.0.0/0' | '::/0' | 'vpc')[];
  readonly deletionProtection: boolean;
  /** Null when there are none. */
  readonly accessLogs: AccessLogsPlan | null;
}

/** The Application Load Balancer and what it forwards requests to. */
export interface FrontPlan extends BalancerPlan, Omit<Settled<typeof applicationFields>, 'loadBalancerName'> {
  readonly kind: 'application';
  /** Empty for one that CloudFormation makes up. */
  readonly name: Setting<string>;
  readonly ipAddressType: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4';
  readonly listeners: readonly ListenerPlan[];
  /** The port of the listener that is meant where none is named. */
  readonly mainListener: number;
  readonly redirects: readonly RedirectPlan[];
  /** What clients connect to. */
  readonly door: DoorPlan;
  /** Null when clients use the name that AWS gives. */
  readonly domain: DomainPlan | null;
}

/** The Network Load Balancer and what it forwards connections to. */
export interface NlbPlan extends BalancerPlan {
  readonly kind: 'network';
  readonly ipAddressType: 'ipv4' | 'dualstack';
  /** Whether connections go to the targets of every zone. */
  readonly crossZone: boolean;
  readonly listeners: readonly NlbListenerPlan[];
}

/** Where a load balancer writes a line for each request. */
export interface AccessLogsPlan {
  /** Empty for none. */
  readonly prefix: Setting<string>;
  /** Whether the policy of the bucket gets the statement that lets logs in; otherwise its owner sees to that. */
  readonly grants: boolean;
}

/** Who may connect: everybody, or the given address ranges and security groups. */
export interface AccessPlan {
  readonly open: boolean;
  readonly cidrs: readonly Setting<string>[];
  /** How many security groups may connect besides. */
  readonly securityGroups: number;
}

export type DoorPlan = { readonly kind: 'load-balancer' } | HttpApiPlan | CloudFrontPlan;

export interface HttpApiPlan {
  readonly kind: 'http-api';
  /** The port of the listener that it leads to; nobody else connects there. */
  readonly listener: number;
  readonly timeout: Setting<number>;
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

export interface NlbListenerPlan {
  readonly port: number;
  readonly protocol: NetworkProtocol;
  /** Empty unless for TLS. */
  readonly sslPolicy: string;
  /** 0 for what AWS sets. */
  readonly tcpIdleTimeout: number;
  readonly access: AccessPlan;
  /** Where all of its connections go; null while no service has said so. */
  readonly target: NlbTargetPlan | null;
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

export type ActionPlan = { readonly kind: 'forward'; readonly target: TargetPlan } | AnswerPlan;

/** What a load balancer does with a request by itself. */
export type AnswerPlan = FixedResponsePlan | RedirectActionPlan;

export interface FixedResponsePlan extends Settled<typeof responseFields> {
  readonly kind: 'fixed-response';
  readonly statusCode: number;
}

/** `#{…}` stands for the same part of the request. */
export interface RedirectActionPlan extends Settled<typeof redirectFields> {
  readonly kind: 'redirect';
  readonly protocol: string;
  readonly port: string;
}

/** The target groups of both kinds of load balancer. */
interface GroupPlan extends Settled<typeof targetFields> {
  /** Empty for one that CloudFormation makes up. */
  readonly name: string;
  readonly containerName: string;
  readonly containerPort: number;
  /** 0 when the instance picks a port. */
  readonly hostPort: number;
  readonly targetType: 'instance' | 'ip';
  readonly healthCheck: HealthCheckPlan;
}

/** A target group for requests: 0 seconds of what nobody chose. */
export interface TargetPlan extends GroupPlan, Settled<typeof requestFields> {
  readonly kind: 'application';
  readonly protocol: 'HTTP' | 'HTTPS';
}

/** A target group for connections. */
export interface NlbTargetPlan extends GroupPlan, Settled<typeof connectionFields> {
  readonly kind: 'network';
  readonly protocol: 'TCP' | 'UDP' | 'TCP_UDP';
}

/** No path for TCP, and the codes of HTTP or gRPC only. */
export interface HealthCheckPlan extends Settled<typeof healthCheckFields> {
  /** For TCP it is enough that the container takes the connection. */
  readonly protocol: 'HTTP' | 'HTTPS' | 'TCP';
  /** 0 for the port that the traffic goes to. */
  readonly port: number;
}

/** A target group and what leads to it. */
interface WayPlan {
  /** Tells its resources from those of other routes, whatever their order. */
  readonly key: string;
  /** The listener: its port, or a hash of its path in the app when somebody else made it. */
  readonly listener: string;
}

export interface RoutePlan extends WayPlan {
  /** Null for every request that no rule takes. */
  readonly rule: ConditionsPlan | null;
  /** The rule by whose weights requests move to the second target group; null without one. */
  readonly shiftRule: ConditionsPlan | null;
  readonly target: TargetPlan;
}

export interface NlbRoutePlan extends WayPlan {
  /** What the listener speaks. */
  readonly protocol: NetworkProtocol;
  readonly target: NlbTargetPlan;
}
