import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { AccessPlan, FrontPlan, ListenerPlan, RedirectPlan, RulePlan, TargetPlan } from '../../core/plan/plan';
import { createTargetGroup } from './target-group';

export interface FrontProps {
  readonly plan: FrontPlan;
  readonly vpc: ec2.IVpc;
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
    this.loadBalancer = new elbv2.ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc: props.vpc,
      internetFacing: true,
    });
    for (const plan of props.plan.listeners) this.addListener(plan);
    for (const plan of props.plan.redirects) this.addRedirect(plan);
  }

  public get targetGroups(): elbv2.ApplicationTargetGroup[] {
    return this.targets.map(({ group }) => group);
  }

  /** Sends the traffic of every target group to its container, and opens exactly the ports that takes. */
  public attach(service: ecs.Ec2Service): void {
    for (const { plan: { containerName, containerPort }, group } of this.targets) {
      group.addTarget(service.loadBalancerTarget({ containerName, containerPort }));
    }
  }

  private addListener({ port, protocol, sslPolicy, access, target, rules }: ListenerPlan): void {
    const listener = this.loadBalancer.addListener(`Listener${port}`, {
      port,
      protocol: protocol as elbv2.ApplicationProtocol,
      sslPolicy: sslPolicy === '' ? undefined : sslPolicy as elbv2.SslPolicy,
      certificates: this.props.certificates.get(port)?.map((certificate) => elbv2.ListenerCertificate.fromCertificateManager(certificate)),
      defaultTargetGroups: [this.addTarget(`Target${port}`, target)],
      open: access.open,
    });
    allow(listener, access);
    this.listeners.push(listener);
    for (const rule of rules) this.addRule(listener, port, rule);
  }

  private addRule(listener: elbv2.ApplicationListener, port: number, { key, priority, hostHeaders, pathPatterns, target }: RulePlan): void {
    const conditions = [
      ...hostHeaders.length > 0 ? [elbv2.ListenerCondition.hostHeaders([...hostHeaders])] : [],
      ...pathPatterns.length > 0 ? [elbv2.ListenerCondition.pathPatterns([...pathPatterns])] : [],
    ];
    listener.addAction(`Rule${key}`, {
      priority,
      conditions,
      action: elbv2.ListenerAction.forward([this.addTarget(`Target${port}Rule${key}`, target)]),
    });
  }

  private addRedirect({ port, toPort, access }: RedirectPlan): void {
    const listener = this.loadBalancer.addListener(`Listener${port}`, {
      port,
      protocol: elbv2.ApplicationProtocol.HTTP,
      defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: String(toPort), permanent: true }),
      open: access.open,
    });
    allow(listener, access);
  }

  private addTarget(id: string, plan: TargetPlan): elbv2.ApplicationTargetGroup {
    const group = createTargetGroup(this, id, this.props.vpc, plan);
    this.targets.push({ plan, group });
    return group;
  }
}

function allow(listener: elbv2.ApplicationListener, { cidrs }: AccessPlan): void {
  for (const cidr of cidrs) listener.connections.allowDefaultPortFrom(cidr.includes(':') ? ec2.Peer.ipv6(cidr) : ec2.Peer.ipv4(cidr));
}
