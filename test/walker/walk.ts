import { Forward, forwardersOf, forwardsOf, kindOf, walkAnswer } from './forwards';
import { Clients, LoadBalancer, loadBalancerOf, walkFront } from './front';
import { Host, hostsOf } from './hosts';
import { overBroadRules, Use } from './over-broad';
import { onePort, Ports, transportsOf } from './ports';
import { walkReach } from './reach';
import { SecurityGroups } from './security-groups';
import { networkModeOf, Registration, registrationsOf, walkTarget } from './targets';
import { nameOf, portOf, Resource, Template, TemplateJson } from './template';
import { Trail } from './trail';

/** What is proven about one listener. */
export interface ListenerWalk {
  /** The logical id. */
  readonly listener: string;
  /** Every way that is complete, step by step from the client to the container. */
  readonly paths: readonly (readonly string[])[];
  /** Why the others are not; none when every way is complete. */
  readonly breaks: readonly string[];
}

export interface Walk {
  readonly listeners: readonly ListenerWalk[];
  /** Rules on the way of the listeners that let more through than the listeners need. */
  readonly overBroad: readonly string[];
}

/**
 * Follows every listener of a template to the containers behind it, as packets would go. It reads only the template:
 * what the constructs meant plays no part. Only who the clients are it cannot know: without a word, the world.
 */
export function walk(json: TemplateJson, clients: Clients = {}): Walk {
  const walker = new Walker(new Template(json), clients);
  return { listeners: walker.walkListeners(), overBroad: walker.overBroad() };
}

class Walker {
  private readonly groups: SecurityGroups;
  private readonly uses: Use[] = [];

  constructor(private readonly template: Template, private readonly clients: Clients) {
    this.groups = new SecurityGroups(template);
  }

  walkListeners(): ListenerWalk[] {
    return this.template.all('AWS::ElasticLoadBalancingV2::Listener').map((listener) => this.walkListener(listener));
  }

  overBroad(): string[] {
    return overBroadRules(this.groups, this.uses);
  }

  private walkListener(listener: Resource): ListenerWalk {
    const balancer = loadBalancerOf(this.template, listener);
    if (!balancer) return { listener: listener.id, paths: [], breaks: [`Listener ${listener.id} is on no load balancer of the template.`] };
    const front = new Trail();
    walkFront(this.template, this.groups, balancer, listener, this.clients, front);
    this.useFront(balancer, listener);
    const ends = forwardsOf(this.template, listener).flatMap((forward) => this.walkForward(balancer, listener, forward, front));
    const isOpen = front.breaks.length === 0;
    return {
      listener: listener.id,
      paths: ends.filter(({ breaks }) => isOpen && breaks.length === 0).map(({ steps }) => steps),
      breaks: [...new Set([front, ...ends].flatMap(({ breaks }) => breaks))],
    };
  }

  private walkForward(balancer: LoadBalancer, listener: Resource, forward: Forward, front: Trail): Trail[] {
    if (forward.targetGroups.length > 0) {
      return forward.targetGroups.flatMap((reference) => this.walkTargetGroup(balancer, forward, reference, front.fork()));
    }
    const trail = front.fork();
    walkAnswer(this.template, listener, forward, trail);
    return [trail];
  }

  private walkTargetGroup(balancer: LoadBalancer, { from, label }: Forward, reference: unknown, trail: Trail): Trail[] {
    const targetGroup = this.template.find('AWS::ElasticLoadBalancingV2::TargetGroup', reference);
    if (!targetGroup) {
      trail.break(`${kindOf(from)} ${from.id} forwards to ${nameOf(reference)}, which is no target group of the template.`);
      return [trail];
    }
    const { TargetType = 'instance', Protocol } = targetGroup.properties;
    trail.step(`${label} forwards to target group ${targetGroup.id} (${Protocol}, target type ${TargetType})`);
    const registrations = registrationsOf(this.template, targetGroup);
    if (registrations.length === 0) trail.break(`No service registers its tasks with target group ${targetGroup.id}.`);
    if (registrations.length === 0) return [trail];
    return registrations.flatMap((registration) => this.walkService(balancer, targetGroup, registration, trail.fork()));
  }

  private walkService(balancer: LoadBalancer, targetGroup: Resource, registration: Registration, trail: Trail): Trail[] {
    const { service, containerName, containerPort } = registration;
    const ports = walkTarget(this.template, targetGroup, registration, trail);
    this.checkOrder(targetGroup, service, trail);
    const mode = networkModeOf(this.template, service);
    const hosts = mode === undefined ? [] : hostsOf(this.template, service, mode, trail);
    if (hosts.length === 0) return [trail];
    return hosts.map((host) => {
      const end = trail.fork();
      end.breaks.push(...trail.breaks);
      for (const used of ports) this.walkHost(balancer, targetGroup, host, used, end);
      end.step(`container ${containerName} answers on port ${containerPort}`);
      return end;
    });
  }

  private walkHost(balancer: LoadBalancer, targetGroup: Resource, host: Host, ports: Ports, trail: Trail): void {
    walkReach(this.groups, balancer, targetGroup, host, ports, trail);
    for (const group of balancer.securityGroups) this.uses.push({ direction: 'egress', group, ports, peers: host.securityGroups });
    if (balancer.securityGroups.length === 0) return;
    for (const group of host.securityGroups) this.uses.push({ direction: 'ingress', group, ports, peers: balancer.securityGroups });
  }

  /** Amazon ECS refuses a service whose target group no load balancer uses yet. */
  private checkOrder(targetGroup: Resource, service: Resource, trail: Trail): void {
    const forwarders = forwardersOf(this.template, targetGroup);
    if (forwarders.some((id) => this.template.waitsFor(service.id, id))) return;
    trail.break(`Service ${service.id} does not wait for ${forwarders.join(' or ')}, so its target group may have no load balancer yet.`);
  }

  private useFront(balancer: LoadBalancer, listener: Resource): void {
    const peers = this.clients[listener.properties.Port];
    for (const protocol of transportsOf(listener.properties.Protocol)) {
      const ports = onePort(protocol, portOf(listener.properties.Port) ?? 0);
      for (const group of balancer.securityGroups) this.uses.push({ direction: 'ingress', group, ports, peers });
    }
  }
}
