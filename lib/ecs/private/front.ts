import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { AccessPlan, ActionPlan, FrontPlan, ListenerPlan, RedirectPlan, RulePlan, TargetPlan } from '../../core/plan/plan';
import { createLoadBalancer, LoadBalancerBindings } from './load-balancer';
import { createTargetGroup } from './target-group';

export interface FrontProps extends LoadBalancerBindings {
  readonly plan: FrontPlan;
  /** The certificates of the HTTPS listeners, by port. */
  readonly certificates: ReadonlyMap<number, readonly acm.ICertificate[]>;
}

/** A target group and the container that it sends its requests to. */
interface Target {
  readonly plan: TargetPlan;
  readonly group: elbv2.ApplicationTargetGroup;
}

/**
 * The load balancer with its listeners, rules and target groups. Ids carry the port and the conditions, so that no
 * listener and no rule moves another.
 */
export class Front extends Construct {
  public readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  public readonly listeners: elbv2.ApplicationListener[] = [];
  private readonly targets: Target[] = [];

  constructor(scope: Construct, id: string, private readonly props: FrontProps) {
    super(scope, id);
    this.loadBalancer = createLoadBalancer(this, props.plan, props);
    for (const plan of props.plan.listeners) this.addListener(plan);
    for (const plan of props.plan.redirects) this.addRedirect(plan);
  }

  public get targetGroups(): elbv2.ApplicationTargetGroup[] {
    return this.targets.map(({ group }) => group);
  }

  /** Sends the traffic of every target group to its container, and opens exactly the ports that takes. */
  public attach(service: ecs.Ec2Service): void {
    for (const { plan: { containerName, containerPort, healthCheck }, group } of this.targets) {
      group.addTarget(service.loadBalancerTarget({ containerName, containerPort }));
      if (healthCheck.port > 0) service.connections.allowFrom(this.loadBalancer, ec2.Port.tcp(healthCheck.port), 'Load balancer to health check');
    }
  }

  private addListener({ port, protocol, sslPolicy, access, action, rules }: ListenerPlan): void {
    const listener = this.loadBalancer.addListener(`Listener${port}`, {
      port,
      protocol: protocol as elbv2.ApplicationProtocol,
      sslPolicy: sslPolicy === '' ? undefined : sslPolicy as elbv2.SslPolicy,
      certificates: this.props.certificates.get(port)?.map((certificate) => elbv2.ListenerCertificate.fromCertificateManager(certificate)),
      defaultAction: this.toAction(`Target${port}`, action),
      open: false,
    });
    this.allow(listener, port, access);
    this.listeners.push(listener);
    for (const rule of rules) this.addRule(listener, port, rule);
  }

  private addRule(listener: elbv2.ApplicationListener, port: number, { key, priority, hostHeaders, pathPatterns, action }: RulePlan): void {
    const conditions = [
      ...hostHeaders.length > 0 ? [elbv2.ListenerCondition.hostHeaders([...hostHeaders])] : [],
      ...pathPatterns.length > 0 ? [elbv2.ListenerCondition.pathPatterns([...pathPatterns])] : [],
    ];
    listener.addAction(`Rule${key}`, {
      priority,
      conditions,
      action: this.toAction(`Target${port}Rule${key}`, action),
    });
  }

  private addRedirect({ port, toPort, access }: RedirectPlan): void {
    const listener = this.loadBalancer.addListener(`Listener${port}`, {
      port,
      protocol: elbv2.ApplicationProtocol.HTTP,
      defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: String(toPort), permanent: true }),
      open: false,
    });
    this.allow(listener, port, access);
  }

  private toAction(targetId: string, action: ActionPlan): elbv2.ListenerAction {
    if (action.kind === 'forward') return elbv2.ListenerAction.forward([this.addTarget(targetId, action.target)]);
    if (action.kind === 'redirect') return elbv2.ListenerAction.redirect(action);
    const { statusCode, contentType, messageBody } = action;
    return elbv2.ListenerAction.fixedResponse(statusCode, { contentType, messageBody: messageBody === '' ? undefined : messageBody });
  }

  /** Another scheme is another load balancer, and a target group cannot change over to it while it is at the old one. */
  private addTarget(id: string, plan: TargetPlan): elbv2.ApplicationTargetGroup {
    const group = createTargetGroup(this, this.props.plan.scheme === 'internal' ? `Internal${id}` : id, this.props.network.vpc, plan);
    this.targets.push({ plan, group });
    return group;
  }

  private allow({ connections }: elbv2.ApplicationListener, port: number, { open, cidrs }: AccessPlan): void {
    for (const who of open ? this.props.plan.everybody : []) {
      if (who === 'vpc') connections.allowDefaultPortFrom(ec2.Peer.ipv4(this.props.network.vpc.vpcCidrBlock), `Allow from the VPC on port ${port}`);
      else connections.allowDefaultPortFrom(toPeer(who), `Allow from anyone on port ${port}`);
    }
    for (const cidr of cidrs) connections.allowDefaultPortFrom(toPeer(cidr));
  }
}

function toPeer(cidr: string): ec2.IPeer {
  return cidr.includes(':') ? ec2.Peer.ipv6(cidr) : ec2.Peer.ipv4(cidr);
}
