import { covers, Ports, showPorts } from './ports';
import { nameOf, Template } from './template';

export const WORLD = '0.0.0.0/0';

/** A rule of a security group, written inside the group or as a resource of its own. */
export interface Rule {
  readonly group: string;
  readonly direction: 'ingress' | 'egress';
  readonly ports: Ports;
  /** A security group, a CIDR block or a prefix list. */
  readonly peer: string;
  readonly isPrefixList: boolean;
  /** The logical id of the resource that holds the rule. */
  readonly origin: string;
}

/** The rules of every security group of a template. */
export class SecurityGroups {
  readonly rules: readonly Rule[];

  constructor(template: Template) {
    const rules = [...inlineRules(template), ...separateRules(template)];
    this.rules = [...rules, ...defaultEgress(template, rules)];
  }

  /** The first rule of any of the groups that lets the ports through, to or from any of the peers. */
  allowing(
    direction: Rule['direction'], groups: readonly string[], ports: Ports, peers: readonly string[],
  ): Rule | undefined {
    return this.of(direction, groups).find((rule) => covers(rule.ports, ports) && peers.includes(rule.peer));
  }

  of(direction: Rule['direction'], groups: readonly string[]): Rule[] {
    return this.rules.filter((rule) => rule.direction === direction && groups.includes(rule.group));
  }

  /** What the groups let through instead, to or from the peers. */
  instead(direction: Rule['direction'], groups: readonly string[], peers: readonly string[]): string {
    const ports = this.of(direction, groups)
      .filter(({ peer }) => peers.includes(peer))
      .map((rule) => showPorts(rule.ports));
    return ports.length === 0 ? 'nothing' : ports.join(', ');
  }
}

function inlineRules(template: Template): Rule[] {
  return template.all('AWS::EC2::SecurityGroup').flatMap(({ id, properties }) => [
    ...(properties.SecurityGroupIngress ?? []).map((rule: any) => toRule(id, id, 'ingress', rule)),
    ...(properties.SecurityGroupEgress ?? []).map((rule: any) => toRule(id, id, 'egress', rule)),
  ]);
}

function separateRules(template: Template): Rule[] {
  return [
    ...template
      .all('AWS::EC2::SecurityGroupIngress')
      .map(({ id, properties }) => toRule(id, nameOf(properties.GroupId), 'ingress', properties)),
    ...template
      .all('AWS::EC2::SecurityGroupEgress')
      .map(({ id, properties }) => toRule(id, nameOf(properties.GroupId), 'egress', properties)),
  ];
}

/** A group without any egress rule keeps the one that Amazon EC2 gives it: everything, to everywhere. */
function defaultEgress(template: Template, rules: readonly Rule[]): Rule[] {
  const closed = new Set(rules.filter(({ direction }) => direction === 'egress').map(({ group }) => group));
  return template
    .all('AWS::EC2::SecurityGroup')
    .filter(({ id }) => !closed.has(id))
    .map(({ id }) => ({
      group: id,
      direction: 'egress',
      ports: { protocol: '-1', from: 0, to: 65535 },
      peer: WORLD,
      isPrefixList: false,
      origin: id,
    }));
}

function toRule(origin: string, group: string, direction: Rule['direction'], rule: any): Rule {
  const { IpProtocol, FromPort = 0, ToPort = 65535 } = rule;
  const ports = { protocol: String(IpProtocol), from: Number(FromPort), to: Number(ToPort) };
  const isPrefixList = (rule.SourcePrefixListId ?? rule.DestinationPrefixListId) !== undefined;
  return { group, direction, ports, peer: peerOf(rule), isPrefixList, origin };
}

function peerOf(rule: any): string {
  const cidr = rule.CidrIp ?? rule.CidrIpv6;
  if (cidr !== undefined) return typeof cidr === 'string' ? cidr : `${nameOf(cidr)}.CidrBlock`;
  return nameOf(
    rule.SourceSecurityGroupId
      ?? rule.DestinationSecurityGroupId
      ?? rule.SourcePrefixListId
      ?? rule.DestinationPrefixListId,
  );
}
