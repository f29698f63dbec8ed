import { checkListenerProtocol } from './protocols';
import { nameOf, portOf, Resource, Template } from './template';
import { Trail } from './trail';

/** What a load balancer refuses although each resource is valid by itself. */
export function checkListener(template: Template, listener: Resource, trail: Trail): void {
  checkPort(template, listener, trail);
  checkListenerProtocol(template, listener, trail);
  checkCertificate(listener, trail);
  checkPriorities(template, listener, trail);
  checkShadows(template, listener, trail);
}

function checkPort(template: Template, { id, properties }: Resource, trail: Trail): void {
  const balancer = nameOf(properties.LoadBalancerArn);
  const others = template
    .all('AWS::ElasticLoadBalancingV2::Listener')
    .filter(
      (other) =>
        other.id !== id
        && nameOf(other.properties.LoadBalancerArn) === balancer
        && portOf(other.properties.Port) === portOf(properties.Port),
    );
  for (const other of others) {
    trail.break(`Listeners ${id} and ${other.id} of load balancer ${balancer} have the same port ${properties.Port}.`);
  }
}

function checkCertificate({ id, properties }: Resource, trail: Trail): void {
  const isSecure = ['HTTPS', 'TLS'].includes(properties.Protocol);
  const hasCertificate = (properties.Certificates ?? []).length > 0;
  if (isSecure && !hasCertificate) trail.break(`Listener ${id} speaks ${properties.Protocol} without a certificate.`);
  if (!isSecure && hasCertificate) trail.break(`Listener ${id} has a certificate, but speaks ${properties.Protocol}.`);
}

function checkPriorities(template: Template, { id }: Resource, trail: Trail): void {
  const owners = new Map<unknown, string>();
  for (const rule of template
    .all('AWS::ElasticLoadBalancingV2::ListenerRule')
    .filter(({ properties }) => nameOf(properties.ListenerArn) === id)) {
    const { Priority: priority } = rule.properties;
    const owner = owners.get(priority);
    if (owner !== undefined) {
      trail.break(`Rules ${owner} and ${rule.id} of listener ${id} have the same priority ${priority}.`);
    }
    owners.set(priority, owner ?? rule.id);
  }
}

/** A rule without a path and a host takes every request that gets to it, and so does one for every path. */
function checkShadows(template: Template, { id }: Resource, trail: Trail): void {
  const rules = template
    .all('AWS::ElasticLoadBalancingV2::ListenerRule')
    .filter(({ properties }) => nameOf(properties.ListenerArn) === id);
  const takesEvery = ({ Field, PathPatternConfig }: any) =>
    Field === 'http-header' || PathPatternConfig?.Values.includes('/*');
  const takesAll = ({ properties: { Conditions = [] } }: Resource) =>
    Conditions.length > 0 && Conditions.every(takesEvery);
  for (const first of rules.filter(takesAll)) {
    const hidden = rules.filter(({ properties }) => Number(properties.Priority) > Number(first.properties.Priority));
    for (const rule of hidden) {
      trail.break(`Rule ${first.id} of listener ${id} takes every request before rule ${rule.id} does.`);
    }
  }
}
