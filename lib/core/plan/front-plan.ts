import { Setting } from '../settings/settings';
import { AccessLogsPlan, AccessPlan } from './access-plan';

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

/** A target group and what leads to it. */
export interface RoutePlan {
  /** Tells its resources from those of other routes, whatever their order. */
  readonly key: string;
  /** The listener: its port, or a hash of its path in the app when somebody else made it. */
  readonly listener: string;
  /** Null for every request that no rule takes. */
  readonly rule: ConditionsPlan | null;
  /** The rule by whose weights requests move to the second target group; null without one. */
  readonly shiftRule: ConditionsPlan | null;
  readonly target: TargetPlan;
}
