import { NetworkProtocol } from '../settings/protocols';
import { AccessLogsPlan, AccessPlan } from './access-plan';

/** The load balancer that passes connections on. */
export interface NetworkFrontPlan {
  readonly scheme: 'internet-facing' | 'internal';
  readonly ipAddressType: 'ipv4' | 'dualstack';
  /** Who may connect where a listener is open. */
  readonly everybody: readonly ('0.0.0.0/0' | '::/0' | 'vpc')[];
  /** Whether connections go to the targets of every zone. */
  readonly crossZone: boolean;
  readonly deletionProtection: boolean;
  /** Null when there are none. */
  readonly accessLogs: AccessLogsPlan | null;
  readonly listeners: readonly NetworkListenerPlan[];
}

export interface NetworkListenerPlan {
  readonly port: number;
  readonly protocol: NetworkProtocol;
  /** Empty unless for TLS. */
  readonly sslPolicy: string;
  /** 0 for what AWS sets. */
  readonly tcpIdleTimeoutSeconds: number;
  readonly access: AccessPlan;
  /** Where all of its connections go; null while no service has said so. */
  readonly target: NetworkTargetPlan | null;
}

/** A target group for connections and the listener that leads to it. */
export interface NetworkRoutePlan {
  /** Tells its resources from those of other routes, whatever their order. */
  readonly key: string;
  /** The listener: its port, or a hash of its path in the app when somebody else made it. */
  readonly listener: string;
  readonly protocol: NetworkProtocol;
  readonly target: NetworkTargetPlan;
}

export interface NetworkTargetPlan {
  /** Empty for one that CloudFormation makes up. */
  readonly name: string;
  readonly containerName: string;
  readonly containerPort: number;
  /** 0 when the instance picks a port. */
  readonly hostPort: number;
  readonly targetType: 'instance' | 'ip';
  readonly protocol: 'TCP' | 'UDP' | 'TCP_UDP';
  readonly healthCheck: NetworkHealthCheckPlan;
  readonly deregistrationDelaySeconds: number;
}

export interface NetworkHealthCheckPlan {
  /** For TCP it is enough that the container takes the connection. */
  readonly protocol: 'TCP' | 'HTTP';
  /** 0 for the port that connections go to. */
  readonly port: number;
  /** Empty for TCP. */
  readonly path: string;
  /** Empty for TCP. */
  readonly httpCodes: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThresholdCount: number;
  readonly unhealthyThresholdCount: number;
}
