import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { DockerrunPort } from './port-props';
import { DockerrunNetworkTarget } from './target-props';

/** A port of a Network Load Balancer that clients connect to. */
export interface DockerrunNetworkListener extends DockerrunPort {
  /**
   * Protocol of the listener: `TCP`, `TLS`, `UDP` or `TCP_UDP`.
   *
   * @default Protocol.TLS with a certificate, else Protocol.TCP
   */
  readonly protocol?: elbv2.Protocol;
}

/** The container that all connections of a listener go to. */
export interface DockerrunNetworkRoute extends DockerrunNetworkTarget {
  /**
   * The listener, which has to be made in the same app and to lead nowhere yet. An imported one cannot be told where to
   * lead. Without `instancePort` and the name of a container, connections go to the host port of the same number.
   */
  readonly listener: elbv2.INetworkListener;
}
