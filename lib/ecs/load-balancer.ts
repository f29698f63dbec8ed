import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { Decision } from '../core/plan/decision';
import { planFronts } from '../core/plan/ecs/ecs';
import { AccessPlan, FrontPlan, ListenerPlan, RedirectPlan } from '../core/plan/ecs/plan';
import { balancerFacts } from '../shared/settings/facts';
import { planPart } from '../shared/settings/surroundings';
import { frontSettings } from '../shared/settings/traffic-settings';
import { certificatesByPort } from '../shared/traffic/certificates';
import { clientsOf } from '../shared/traffic/clients';
import { DockerrunListenerOptions } from './listener-props';
import { EcsLoadBalancerProps } from './load-balancer-props';
import { createRule, toAnswer } from './private/traffic/actions';
import { addRecords, createCertificate } from './private/traffic/domain';
import { createLoadBalancer } from './private/traffic/load-balancer';

/** Properties of `DockerrunLoadBalancer`. */
export interface DockerrunLoadBalancerProps extends EcsLoadBalancerProps {
  /** The network. */
  readonly vpc: ec2.IVpc;

  /**
   * Its subnets, in two availability zones or more.
   *
   * @default - the public subnets, or for an internal load balancer the private ones
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /** The ports that clients connect to. What no rule of a service takes is answered with 404, or by `defaultAction`. */
  readonly listeners: DockerrunListenerOptions[];

  /** @internal */
  readonly _plan?: FrontPlan;

  /** @internal */
  readonly _originSecret?: secretsmanager.ISecret;
}

/**
 * An Application Load Balancer with its listeners, for services that add their rules.
 *
 * Throws before it makes anything when the props do not fit together, listing every reason with the edit that helps.
 */
export class DockerrunLoadBalancer extends Construct {
  /** The load balancer. */
  public readonly loadBalancer: elbv2.ApplicationLoadBalancer;

  /** The listeners, in the order of the props; the redirect is not among them. */
  public readonly listeners: elbv2.ApplicationListener[];

  /** The certificate that was made for `domainName`. */
  public readonly certificate?: acm.ICertificate;

  /** Choices of its plan, and why. Empty inside an environment, whose plan has them. */
  public readonly decisions: Decision[];

  private readonly plan: FrontPlan;

  constructor(scope: Construct, id: string, private readonly props: DockerrunLoadBalancerProps) {
    super(scope, id);
    const { front, decisions } = props._plan ? { front: props._plan, decisions: [] } : this.planAlone();
    this.plan = front;
    this.decisions = [...decisions];
    this.loadBalancer = createLoadBalancer(this, this.plan, props);
    const { door, domain } = this.plan;
    this.certificate = domain?.certificateOf === 'listener' ? createCertificate(this, props) : undefined;
    const certificates = certificatesByPort(props, this.certificate);
    this.listeners = this.plan.listeners.map((plan) => this.addListener(plan, certificates.get(plan.port) ?? []));
    for (const plan of this.plan.redirects) this.addRedirect(plan);
    if (domain && door.kind === 'load-balancer') {
      addRecords(
        props._plan ? this.node.scope! : this, domain, props, new targets.LoadBalancerTarget(this.loadBalancer),
      );
    }
  }

  /**
   * The listener of a port. Throws and lists the ports when there is none.
   *
   * @param port the port that clients connect to
   */
  public listener(port: number): elbv2.ApplicationListener {
    const found = this.listeners.find((listener) => listener.port === port);
    if (found) return found;
    throw new Error(
      `\`port\` must be the port of a listener, got ${port}, which is none of `
        + `${this.listeners.map((listener) => listener.port).join(', ')}`,
    );
  }

  private planAlone(): { readonly front: FrontPlan; readonly decisions: readonly Decision[] } {
    const settings = frontSettings(this.props);
    const facts = balancerFacts(this, settings, this.props);
    const { part, decisions } = planPart(this, { vpc: true, ...settings, facts }, planFronts);
    return { front: part.front!, decisions };
  }

  /** A listener that leads to a container gets its default action from the service. */
  private addListener(plan: ListenerPlan, certificates: readonly acm.ICertificate[]): elbv2.ApplicationListener {
    const { port, protocol, sslPolicy, access, action, rules } = plan;
    const listener = this.loadBalancer.addListener(`Listener${port}`, {
      port,
      protocol: protocol as elbv2.ApplicationProtocol,
      sslPolicy: sslPolicy === '' ? undefined : sslPolicy as elbv2.SslPolicy,
      certificates: certificates.map((certificate) => elbv2.ListenerCertificate.fromCertificateManager(certificate)),
      defaultAction: action.kind === 'forward' ? undefined : toAnswer(action),
      open: false,
    });
    this.allow(listener, port, access);
    for (const { action: answer, ...rule } of rules) {
      if (answer.kind === 'forward') continue;
      const { _originSecret: originSecret } = this.props;
      createRule(listener, rule, { listener, listenerKey: String(port), originSecret, action: toAnswer(answer) });
    }
    return listener;
  }

  private addRedirect({ port, toPort, access }: RedirectPlan): void {
    const listener = this.loadBalancer.addListener(`Listener${port}`, {
      port,
      protocol: elbv2.ApplicationProtocol.HTTP,
      defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: String(toPort), permanent: true }),
      open: false,
    });
    // Clients are sent to a listener that is there.
    listener.node.addDependency(this.listener(toPort));
    this.allow(listener, port, access);
  }

  private allow({ connections }: elbv2.ApplicationListener, port: number, access: AccessPlan): void {
    for (const { peer, description } of clientsOf(access, port, this.plan.everybody, this.props)) {
      connections.allowDefaultPortFrom(peer, description);
    }
    for (const group of this.groupsOf(port)) connections.allowDefaultPortFrom(group);
  }

  /** The redirect of port 80 is open to those who may connect where it leads. */
  private groupsOf(port: number): readonly ec2.ISecurityGroup[] {
    const wanted = this.plan.redirects.find((redirect) => redirect.port === port)?.toPort ?? port;
    return this.props.listeners.find((listener) => listener.port === wanted)?.allowedSecurityGroups ?? [];
  }
}
