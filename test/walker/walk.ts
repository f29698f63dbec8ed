import { Door } from './door';
import { checkHeaders, doorsOf, peersOf, walkDoor } from './doors';
import { Forward, forwardersOf, forwardsOf, kindOf, walkAnswer } from './forwards';
import { Clients, LoadBalancer, loadBalancerOf, walkFront, walkSubnets } from './front';
import { Host, hostsOf } from './hosts';
import { checkListener } from './listener';
import { overBroadRules, Use } from './over-broad';
import { onePort, Ports, transportsOf } from './ports';
import { checkTargetProtocol } from './protocols';
import { walkReach } from './reach';
import { SecurityGroups } from './security-groups';
import { checkShift } from './shifts';
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

/** What is proven about an API or a distribution. */
export interface DoorWalk {
  readonly door: string;
  readonly breaks: readonly string[];
}

export interface Walk {
  readonly listeners: readonly ListenerWalk[];
  /** What stands before load balancers, and why it does not lead to a listener. */
  readonly doors: readonly DoorWalk[];
  /** Rules on the way of the listeners that let more through than the listeners need. */
  readonly overBroad: readonly string[];
}

/**
 * Follows every listener of a template to the containers behind it, as packets would go. It reads only the template:
 * what the constructs meant plays no part. Only who the clients are it cannot know: without a word, an API or a
 * distribution that leads to the listener, else the world.
 */
export function walk(json: TemplateJson, clients: Clients = {}): Walk {
  const walker = new Walker(new Template(json), clients);
  return { listeners: walker.walkListeners(), doors: walker.walkDoors(), overBroad: walker.overBroad() };
}

class Walker {
  private readonly groups: SecurityGroups;
  private readonly uses: Use[] = [];
  private readonly doors: readonly Door[];

  constructor(
    private readonly template: Template, private readonly clients: Clients,
  ) {
    this.groups = new SecurityGroups(template);
    this.doors = doorsOf(template);
  }

  walkListeners(): ListenerWalk[] {
    return this.template.all('AWS::ElasticLoadBalancingV2::Listener').map((listener) => this.walkListener(listener));
  }

  walkDoors(): DoorWalk[] {
    return this.doors.map(({ id, trail }) => ({ door: id, breaks: trail.breaks }));
  }

  overBroad(): string[] {
    return overBroadRules(this.groups, this.uses);
  }

  private walkListener(listener: Resource): ListenerWalk {
    const balancer = loadBalancerOf(this.template, listener);
    if (!balancer) {
      return {
        listener: listener.id, paths: [], breaks: [`Listener ${listener.id} is on no load balancer of the template.`],
      };
    }
    const doors = this.doors.filter((door) => door.listener === listener.id);
    const isDirect = doors.length === 0 || this.clients[listener.properties.Port] !== undefined;
    this.useFront(balancer, listener, doors);
    const ways = [...(isDirect ? [undefined] : []), ...doors].map((door) => this.walkWay(balancer, listener, door));
    const open = ways.filter(({ front }) => front.breaks.length === 0).flatMap(({ ends }) => ends);
    return {
      listener: listener.id,
      paths: open.filter(({ breaks }) => breaks.length === 0).map(({ steps }) => steps),
      breaks: [...new Set(ways.flatMap(({ front, ends }) => [front, ...ends].flatMap(({ breaks }) => breaks)))],
    };
  }

  /** From the clients, or through a door, to the listener and to everything behind it. */
  private walkWay(balancer: LoadBalancer, listener: Resource, door: Door | undefined): { front: Trail; ends: Trail[] } {
    const front = door?.trail.fork() ?? new Trail();
    if (door) {
      this.walkThrough(door, balancer, listener, front);
    } else {
      walkFront(this.template, this.groups, balancer, listener, this.clients, front);
    }
    return {
      front,
      ends: forwardsOf(this.template, listener).flatMap((forward) =>
        this.walkForward(balancer, listener, forward, front, door),
      ),
    };
  }

  private walkThrough(door: Door, balancer: LoadBalancer, listener: Resource, front: Trail): void {
    front.breaks.push(...door.trail.breaks);
    if (door.headers) walkSubnets(this.template, balancer, front);
    walkDoor(this.groups, balancer, listener, door, front);
    checkListener(this.template, listener, front);
    front.step(`listener ${listener.id} (${listener.properties.Protocol} ${listener.properties.Port})`);
  }

  private walkForward(
    balancer: LoadBalancer, listener: Resource, forward: Forward, front: Trail, door: Door | undefined,
  ): Trail[] {
    const trail = front.fork();
    checkHeaders(door, forward, trail);
    if (trail.breaks.length > 0) return [trail];
    if (forward.targetGroups.length > 0) {
      return forward.targetGroups.flatMap((reference) =>
        this.walkTargetGroup(balancer, forward, reference, front.fork()),
      );
    }
    walkAnswer(this.template, listener, forward, trail);
    return [trail];
  }

  private walkTargetGroup(balancer: LoadBalancer, { from, label }: Forward, reference: unknown, trail: Trail): Trail[] {
    const targetGroup = this.template.find('AWS::ElasticLoadBalancingV2::TargetGroup', reference);
    if (!targetGroup) {
      trail.break(
        `${kindOf(from)} ${from.id} forwards to ${nameOf(reference)}, which is no target group of the template.`,
      );
      return [trail];
    }
    const { TargetType = 'instance', Protocol } = targetGroup.properties;
    trail.step(`${label} forwards to target group ${targetGroup.id} (${Protocol}, target type ${TargetType})`);
    checkTargetProtocol(this.template, from, targetGroup, trail);
    if (trail.breaks.length > 0) return [trail];
    const registrations = registrationsOf(this.template, targetGroup);
    if (registrations.length === 0) trail.break(`No service registers its tasks with target group ${targetGroup.id}.`);
    if (registrations.length === 0) return [trail];
    return registrations.flatMap((registration) => this.walkService(balancer, targetGroup, registration, trail.fork()));
  }

  private walkService(
    balancer: LoadBalancer, targetGroup: Resource, registration: Registration, trail: Trail,
  ): Trail[] {
    const { service, containerName, containerPort } = registration;
    const ports = walkTarget(this.template, targetGroup, registration, trail);
    this.checkOrder(targetGroup, service, trail);
    checkShift(this.template, targetGroup, service, trail);
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
    for (const group of balancer.securityGroups) {
      this.uses.push({ direction: 'egress', group, ports, peers: host.securityGroups });
    }
    if (balancer.securityGroups.length === 0) return;
    for (const group of host.securityGroups) {
      this.uses.push({ direction: 'ingress', group, ports, peers: balancer.securityGroups });
    }
  }

  /** Amazon ECS refuses a service whose target group no load balancer uses yet. */
  private checkOrder(targetGroup: Resource, service: Resource, trail: Trail): void {
    const forwarders = forwardersOf(this.template, targetGroup);
    if (forwarders.some((id) => this.template.waitsFor(service.id, id))) return;
    trail.break(
      `Service ${service.id} does not wait for ${forwarders.join(' or ')}, so its target group may have no load `
        + 'balancer yet.',
    );
  }

  private useFront(balancer: LoadBalancer, listener: Resource, doors: readonly Door[]): void {
    const named = this.clients[listener.properties.Port];
    const peers =
      doors.length === 0 ? named : [...(named ?? []), ...doors.flatMap((door) => peersOf(this.groups, balancer, door))];
    for (const group of doors.flatMap(({ securityGroups }) => securityGroups)) {
      this.uses.push({
        direction: 'egress',
        group,
        ports: onePort('tcp', portOf(listener.properties.Port) ?? 0),
        peers: balancer.securityGroups,
      });
    }
    for (const protocol of transportsOf(listener.properties.Protocol)) {
      const ports = onePort(protocol, portOf(listener.properties.Port) ?? 0);
      for (const group of balancer.securityGroups) this.uses.push({ direction: 'ingress', group, ports, peers });
    }
  }
}
