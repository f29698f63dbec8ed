import { nameOf, Resource, Template } from './template';
import { Trail } from './trail';

/** What the listeners of each type of load balancer speak, and what may be behind each of them. */
const SPOKEN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  application: { HTTP: ['HTTP', 'HTTPS'], HTTPS: ['HTTP', 'HTTPS'] },
  network: { TCP: ['TCP'], TLS: ['TCP', 'TLS'], UDP: ['UDP', 'TCP_UDP'], TCP_UDP: ['TCP_UDP'] },
};

export function checkListenerProtocol(template: Template, listener: Resource, trail: Trail): void {
  const { id, properties } = listener;
  const type = balancerType(template, listener);
  if (!SPOKEN[type][properties.Protocol]) {
    trail.break(`Listener ${id} speaks ${properties.Protocol}, but its load balancer is of type ${type}.`);
  }
  const rules = template
    .all('AWS::ElasticLoadBalancingV2::ListenerRule')
    .filter((rule) => nameOf(rule.properties.ListenerArn) === id);
  if (type === 'network' && rules.length > 0) {
    trail.break(`Listener ${id} has rules, but its load balancer is of type network.`);
  }
}

/** `from` is the listener or one of its rules. */
export function checkTargetProtocol(template: Template, from: Resource, targetGroup: Resource, trail: Trail): void {
  const listener = template.find('AWS::ElasticLoadBalancingV2::Listener', from.properties.ListenerArn) ?? from;
  const { Protocol: protocol } = targetGroup.properties;
  const allowed = SPOKEN[balancerType(template, listener)][listener.properties.Protocol] ?? [protocol];
  if (!allowed.includes(protocol)) {
    trail.break(
      `Listener ${listener.id} speaks ${listener.properties.Protocol}, but target group ${targetGroup.id} ${protocol}.`,
    );
  }
}

function balancerType(template: Template, { properties }: Resource): string {
  return (
    template.find('AWS::ElasticLoadBalancingV2::LoadBalancer', properties.LoadBalancerArn)?.properties.Type
    ?? 'application'
  );
}
