import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { BeanstalkPlan } from '../../core/plan/beanstalk/plan';
import { AccessPlan, FrontPlan } from '../../core/plan/ecs/plan';
import { DockerrunListener } from '../../ecs/listener-props';
import { clientsOf, peersInside } from '../../shared/traffic/clients';

/** What the plan cannot hold. */
interface Bindings {
  readonly vpc: ec2.IVpc;
  readonly listeners?: readonly DockerrunListener[];
  readonly sharedLoadBalancer?: elbv2.IApplicationLoadBalancer;
}

export interface SecurityGroups {
  /** That of a load balancer which Beanstalk makes for requests. */
  readonly loadBalancer?: ec2.SecurityGroup;
  readonly instances: ec2.SecurityGroup;
}

/** A port that somebody may connect to, as the listener on port `from` says. */
interface OpenPort {
  readonly port: number;
  readonly access: AccessPlan;
  readonly from: number;
}

/** Who may connect to the load balancer, and from there or without one to the host ports, and to nothing else. */
export function createSecurityGroups(scope: Construct, plan: BeanstalkPlan, bindings: Bindings): SecurityGroups {
  const { vpc, sharedLoadBalancer } = bindings;
  const { shape, front, networkFront } = plan;
  const clients = { vpc, allowAllOutbound: false, description: 'Clients of the load balancer' };
  const loadBalancer =
    shape === 'application' ? new ec2.SecurityGroup(scope, 'LoadBalancerSecurityGroup', clients) : undefined;
  const instances = new ec2.SecurityGroup(scope, 'InstanceSecurityGroup', {
    vpc, description: 'Instances of the environment',
  });
  if (front) letIn(loadBalancer ?? instances, shape === 'shared' ? [] : openPorts(front), front.everybody, bindings);
  if (networkFront) letConnectionsIn(instances, networkFront, bindings);
  const balancer = loadBalancer ?? sharedLoadBalancer;
  if (balancer) {
    for (const port of hostPorts(plan)) {
      instances.connections.allowFrom(balancer, ec2.Port.tcp(port), 'Load balancer to process');
    }
  }
  return { loadBalancer, instances };
}

function letIn(
  group: ec2.SecurityGroup,
  ports: readonly OpenPort[],
  everybody: FrontPlan['everybody'],
  { vpc, listeners = [] }: Bindings,
): void {
  for (const { port, access, from } of ports) {
    const clients = clientsOf(access, port, everybody, { vpc, listeners });
    for (const { peer, description } of clients) group.addIngressRule(peer, ec2.Port.tcp(port), description);
    const members = listeners.find((listener) => listener.port === from)?.allowedSecurityGroups ?? [];
    for (const member of members) group.connections.allowFrom(member, ec2.Port.tcp(port));
  }
}

/**
 * A load balancer that passes connections on leaves clients their addresses, and checks the ports from its own in the
 * VPC.
 */
function letConnectionsIn(
  group: ec2.SecurityGroup, plan: NonNullable<BeanstalkPlan['networkFront']>, bindings: Bindings,
): void {
  const { everybody, listeners } = plan;
  const ports = listeners.map(({ port, access, target }) => ({ port: target!.hostPort, access, from: port }));
  letIn(group, ports, everybody, bindings);
  const checked = ports.filter(({ access }) => !access.open || everybody.includes('vpc')).map(({ port }) => port);
  for (const port of new Set(checked)) {
    for (const peer of peersInside(bindings.vpc)) {
      group.addIngressRule(peer, ec2.Port.tcp(port), 'Health checks of the load balancer');
    }
  }
}

/**
 * The listeners, and the redirects with the listeners that they lead to: whoever may connect there may be sent there.
 */
function openPorts({ listeners, redirects }: FrontPlan): OpenPort[] {
  return [
    ...listeners.map(({ port, access }) => ({ port, access, from: port })),
    ...redirects.map(({ port, toPort, access }) => ({ port, access, from: toPort })),
  ];
}

function hostPorts({ processes }: BeanstalkPlan): number[] {
  return [...new Set(processes.map(({ hostPort }) => hostPort))];
}
