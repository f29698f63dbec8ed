import { listOf, nameOf, Resource, Template } from '../walker/template';
import { BEANSTALK, Law, optionOf } from './law';

const WORLD = ['0.0.0.0/0', '::/0'];

/** The world may connect to the ports of public listeners, and to nothing else. */
export const opensListenersOnly: Law = (json) => {
  const template = new Template(json);
  const open = new Set([...listenerPorts(template), ...beanstalkPorts(template)]);
  return ingressRules(template)
    .filter(({ CidrIp, CidrIpv6 }) => WORLD.includes(CidrIp) || WORLD.includes(CidrIpv6))
    .flatMap((rule) => {
      const { group, FromPort: from, ToPort: to, CidrIp = rule.CidrIpv6 } = rule;
      return from === to && open.has(`${group} ${from}`)
        ? []
        : [`${group} lets ${CidrIp} reach ${from === to ? `port ${from}` : `ports ${from} to ${to}`}`];
    });
};

interface Ingress extends Record<string, any> {
  readonly group: string;
}

function ingressRules(template: Template): Ingress[] {
  return [
    ...template
      .all('AWS::EC2::SecurityGroup')
      .flatMap(({ id, properties }) => listOf(properties.SecurityGroupIngress).map((rule) => ({ ...rule, group: id }))),
    ...template
      .all('AWS::EC2::SecurityGroupIngress')
      .map(({ properties }) => ({ ...properties, group: nameOf(properties.GroupId) })),
  ];
}

/** `group port` for each listener that the internet reaches. */
function listenerPorts(template: Template): string[] {
  return template.all('AWS::ElasticLoadBalancingV2::Listener').flatMap(({ properties }) => {
    const balancer = template.find('AWS::ElasticLoadBalancingV2::LoadBalancer', properties.LoadBalancerArn)?.properties;
    return balancer?.Scheme === 'internet-facing' ? groupsAt(balancer.SecurityGroups, properties.Port) : [];
  });
}

function beanstalkPorts(template: Template): string[] {
  return template
    .all(BEANSTALK)
    .filter(({ properties }) => optionOf(properties, 'aws:ec2:vpc', 'ELBScheme') === 'public')
    .flatMap(({ properties }) => {
      const groups = [optionOf(properties, 'aws:elbv2:loadbalancer', 'SecurityGroups')];
      return enabledPorts(properties).flatMap((port) => groupsAt(groups, port));
    });
}

/** Listener 80 is called `default`. */
function enabledPorts({ OptionSettings: options }: Resource['properties']): number[] {
  const enabled = listOf(options).filter(
    ({ Namespace, OptionName, Value }) =>
      /^aws:elbv2:listener:/.test(Namespace) && OptionName === 'ListenerEnabled' && Value === 'true',
  );
  return enabled
    .map(({ Namespace }) => Namespace.split(':').at(-1))
    .map((name) => (name === 'default' ? 80 : Number(name)));
}

function groupsAt(groups: unknown, port: number): string[] {
  return listOf(groups).map((group) => `${nameOf(group)} ${port}`);
}
