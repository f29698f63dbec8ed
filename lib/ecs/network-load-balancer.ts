import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { Decision } from '../core/plan/decision';
import { planFronts } from '../core/plan/ecs/ecs';
import { NlbPlan, NlbListenerPlan } from '../core/plan/ecs/plan';
import { balancerFacts } from '../shared/settings/facts';
import { planPart } from '../shared/settings/surroundings';
import { networkFrontSettings } from '../shared/settings/traffic-settings';
import { certificatesByPort } from '../shared/traffic/certificates';
import { clientsOf } from '../shared/traffic/clients';
import { CommonLoadBalancerProps } from './common-load-balancer-props';
import { DockerrunNetworkListener } from './network-listener-props';
import { createNetworkLoadBalancer } from './private/traffic/network-load-balancer';
import { listenerPorts } from './private/traffic/security-group-rules';

/** Properties of `DockerrunNetworkLoadBalancer`. */
export interface DockerrunNetworkLoadBalancerProps extends CommonLoadBalancerProps {
  /** The network. */
  readonly vpc: ec2.IVpc;

  /**
   * Its subnets.
   *
   * @default - the public subnets, or for an internal load balancer the private ones
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /** The ports that clients connect to. A service says where each of them leads. */
  readonly listeners: DockerrunNetworkListener[];

  /** @internal */
  readonly _planned?: PlannedNetworkFront;
}

/** What an environment knows beyond the props. */
interface PlannedNetworkFront {
  readonly decisions?: readonly Decision[];
  readonly plan: NlbPlan;
  /** Those of listener 443, unless it brings its own. */
  readonly certificates?: acm.ICertificate[];
}

/**
 * A Network Load Balancer with its listeners, which pass connections on to the services that ask for them.
 *
 * Throws before it makes anything when the props do not fit together, listing every reason with the edit that helps.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html
 */
export class DockerrunNetworkLoadBalancer extends Construct {
  /** The load balancer. */
  public readonly loadBalancer: elbv2.NetworkLoadBalancer;

  /** The listeners, in the order of the props. */
  public readonly listeners: elbv2.NetworkListener[];

  /** Choices of its plan, and why. Empty inside an environment, whose plan has them. */
  public readonly decisions: Decision[];

  private readonly plan: NlbPlan;
  private readonly byPort = new Map<number, elbv2.NetworkListener>();

  constructor(scope: Construct, id: string, private readonly props: DockerrunNetworkLoadBalancerProps) {
    super(scope, id);
    const { plan, decisions = [] } = props._planned ?? this.planAlone();
    this.plan = plan;
    this.decisions = [...decisions];
    this.loadBalancer = createNetworkLoadBalancer(this, this.plan, props);
    const certificates = certificatesByPort({ listeners: props.listeners, certificates: props._planned?.certificates });
    this.listeners = this.plan.listeners.map((listener) =>
      this.addListener(listener, listener.protocol === 'TLS' ? (certificates.get(listener.port) ?? []) : []),
    );
  }

  /**
   * The listener of a port. Throws and lists the ports when there is none.
   *
   * @param port the port that clients connect to
   */
  public listener(port: number): elbv2.NetworkListener {
    const found = this.byPort.get(port);
    if (found) return found;
    throw new Error(
      `\`port\` must be the port of a listener, got ${port}, which is none of ${[...this.byPort.keys()].join(', ')}`,
    );
  }

  private planAlone(): PlannedNetworkFront {
    const settings = networkFrontSettings(this.props);
    const facts = balancerFacts(this, settings, this.props);
    const { part, decisions } = planPart(this, { vpc: true, ...settings, facts }, planFronts);
    return { plan: part.networkFront!, decisions };
  }

  /** A listener gets its default action from the service. */
  private addListener(plan: NlbListenerPlan, certificates: readonly acm.ICertificate[]): elbv2.NetworkListener {
    const { port, protocol, sslPolicy, tcpIdleTimeout } = plan;
    const listener = this.loadBalancer.addListener(`Listener${port}`, {
      port,
      protocol: protocol as elbv2.Protocol,
      sslPolicy: sslPolicy === '' ? undefined : sslPolicy as elbv2.SslPolicy,
      certificates: certificates.map((certificate) => elbv2.ListenerCertificate.fromCertificateManager(certificate)),
      tcpIdleTimeout: tcpIdleTimeout === 0 ? undefined : Duration.seconds(tcpIdleTimeout),
    });
    this.byPort.set(port, listener);
    this.allow(plan);
    return listener;
  }

  private allow({ port, protocol, access }: NlbListenerPlan): void {
    const groups = this.props.listeners.find((listener) => listener.port === port)?.allowedSecurityGroups ?? [];
    const clients = [
      ...clientsOf(access, port, this.plan.everybody, this.props),
      ...groups.map((peer) => ({ peer, description: undefined })),
    ];
    for (const { peer, description } of clients) {
      for (const ports of listenerPorts(protocol, port)) {
        this.loadBalancer.connections.allowFrom(peer, ports, description);
      }
    }
  }
}
