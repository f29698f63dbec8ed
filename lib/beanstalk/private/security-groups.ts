import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { BeanstalkPlan, ProcessPlan } from '../../core/beanstalk';
import { DockerrunListener } from '../../ecs/listener-props';
import { clientsOf } from '../../ecs/private/clients';

/** What the plan cannot hold. */
interface Bindings {
  readonly vpc: ec2.IVpc;
  readonly listeners: readonly DockerrunListener[];
}

export interface SecurityGroups {
  readonly loadBalancer: ec2.SecurityGroup;
  readonly instances: ec2.SecurityGroup;
}

/** Who may connect to the load balancer, and from there to the host ports of the processes and to nothing else. */
export function createSecurityGroups(scope: Construct, { front, processes }: BeanstalkPlan, bindings: Bindings): SecurityGroups {
  const { vpc } = bindings;
  const description = 'Clients of the load balancer';
  const loadBalancer = new ec2.SecurityGroup(scope, 'LoadBalancerSecurityGroup', { vpc, allowAllOutbound: false, description });
  const instances = new ec2.SecurityGroup(scope, 'InstanceSecurityGroup', { vpc, description: 'Instances, reached by the load balancer' });
  for (const { port, access, from } of openPorts(front)) {
    const clients = clientsOf(access, port, front.everybody, bindings);
    for (const { peer, description: who } of clients) loadBalancer.addIngressRule(peer, ec2.Port.tcp(port), who);
    const members = bindings.listeners.find((listener) => listener.port === from)?.allowedSecurityGroups ?? [];
    for (const group of members) loadBalancer.connections.allowFrom(group, ec2.Port.tcp(port));
  }
  for (const port of hostPorts(processes)) instances.connections.allowFrom(loadBalancer, ec2.Port.tcp(port), 'Load balancer to process');
  return { loadBalancer, instances };
}

/** The listeners, and the redirects with the listeners that they lead to: whoever may connect there may be sent there. */
function openPorts({ listeners, redirects }: BeanstalkPlan['front']) {
  return [
    ...listeners.map(({ port, access }) => ({ port, access, from: port })),
    ...redirects.map(({ port, toPort, access }) => ({ port, access, from: toPort })),
  ];
}

function hostPorts(processes: readonly ProcessPlan[]): number[] {
  return [...new Set(processes.map(({ hostPort }) => hostPort))];
}
