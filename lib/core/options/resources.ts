import { Place } from '../finding/rule';
import { JsonMember, JsonNode, JsonObject, member } from '../syntax/json-tree';

/** A name by which a file means a resource that Elastic Beanstalk makes. */
export interface Mention {
  readonly name: string;
  readonly place: Place;
}

/** A part of the text that can be left out. */
export interface Cut {
  readonly start: number;
  readonly end: number;
}

/** A resource that a file adds to the stack of Elastic Beanstalk, or changes there. */
export interface BundleResource extends Mention {
  /** Whether it has a type, so that it is there whatever Elastic Beanstalk makes. */
  readonly hasType: boolean;
  readonly mentions: readonly Mention[];
  /** The port of HTTPS to which it sends the clients of port 80. */
  readonly redirectsTo?: number;
  /** The port of the listener that it adds to the load balancer. */
  readonly listensOn?: number;
  /** Where it gives the load balancer other security groups. */
  readonly groups?: Place;
  /** The port on which it lets the load balancer in to the instances. */
  readonly letsInOn?: number;
  readonly cut?: Cut;
}

/** What a file of .ebextensions has to do with resources of Elastic Beanstalk. */
export interface FileResources {
  readonly resources: readonly BundleResource[];
  /** The names outside of the resources. */
  readonly mentions: readonly Mention[];
}

/** The resources and the names in a file. */
export function resourcesIn(root: JsonNode, text: string): FileResources {
  if (root.kind !== 'object') return { resources: [], mentions: [] };
  const section = member(root, 'Resources');
  const own = section?.value.kind === 'object' ? section.value.members : [];
  const others = root.members.filter((one) => one !== section);
  return {
    resources: own.map((entry) => resourceOf(entry, cutOf(own.length === 1 ? section! : entry, text))),
    mentions: others.flatMap(({ value }) => mentionsIn(value)),
  };
}

function resourceOf({ key: name, place, value }: JsonMember, cut: Cut | undefined): BundleResource {
  const hasType = value.kind === 'object' && member(value, 'Type') !== undefined;
  return {
    name, place, hasType, cut, mentions: mentionsIn(value), redirectsTo: redirectOf(name, value),
    letsInOn: ingressOf(value), listensOn: ownListenerOf(name, value), groups: groupsOf(name, value),
  };
}

/** The listener that Beanstalk makes for port 80. */
export const USUAL_LISTENER = 'AWSEBV2LoadBalancerListener';

/** The port of HTTPS to which a listener on port 80 sends all clients; nothing where it does not. */
export function redirectOf(name: string, resource: JsonNode): number | undefined {
  if (name !== USUAL_LISTENER && ownListenerOf(name, resource) === undefined) return undefined;
  const [action] = itemsOf(at(resource, 'Properties', 'DefaultActions'));
  const config = at(action, 'RedirectConfig');
  const isHttps = textOf(at(action, 'Type')) === 'redirect' && textOf(at(config, 'Protocol')) === 'HTTPS';
  const port = Number(textOf(at(config, 'Port')));
  return isHttps && textOf(at(resource, 'Properties', 'Port')) === '80' && port > 0 ? port : undefined;
}

/** The port of a listener that has a name of its own; of those of Beanstalk, the options say it. */
function ownListenerOf(name: string, resource: JsonNode): number | undefined {
  const isListener = textOf(at(resource, 'Type')) === 'AWS::ElasticLoadBalancingV2::Listener';
  if (!isListener || name.startsWith('AWSEB')) return undefined;
  const balancer = mentionsIn(at(resource, 'Properties', 'LoadBalancerArn'));
  const port = Number(textOf(at(resource, 'Properties', 'Port')));
  return balancer.some((one) => one.name === 'AWSEBV2LoadBalancer') && port > 0 ? port : undefined;
}

function groupsOf(name: string, resource: JsonNode): Place | undefined {
  const properties = name === 'AWSEBV2LoadBalancer' ? at(resource, 'Properties') : undefined;
  return properties?.kind === 'object' ? member(properties, 'SecurityGroups')?.place : undefined;
}

/** The one TCP port on which a rule lets a load balancer in to the instances; nothing for any other rule. */
function ingressOf(resource: JsonNode): number | undefined {
  if (textOf(at(resource, 'Type')) !== 'AWS::EC2::SecurityGroupIngress') return undefined;
  const properties = at(resource, 'Properties');
  const named = (...keys: string[]) => keys.flatMap((key) => mentionsIn(at(properties, key))).map(({ name }) => name);
  const isOurs = named('GroupId', 'GroupName').includes('AWSEBSecurityGroup')
    && named('SourceSecurityGroupId', 'SourceSecurityGroupName').some((name) => /LoadBalancer/.test(name));
  const [from, to] = ['FromPort', 'ToPort'].map((key) => textOf(at(properties, key)));
  return isOurs && from === to && /^\d+$/.test(from ?? '') ? Number(from) : undefined;
}

function at(node: JsonNode | undefined, ...keys: readonly string[]): JsonNode | undefined {
  return keys.reduce((inner, key) => (inner?.kind === 'object' ? member(inner, key)?.value : undefined), node);
}

function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'array' ? node.items : [];
}

function textOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' || node?.kind === 'number' ? String(node.value) : undefined;
}

function mentionsIn(node: JsonNode | undefined): Mention[] {
  switch (node?.kind) {
    case 'object':
      return node.members.flatMap(({ key, place, value }) => [...namesIn(key, place), ...mentionsIn(value)]);
    case 'array':
      return node.items.flatMap(mentionsIn);
    case 'string':
      return namesIn(node.value, node);
    default:
      return [];
  }
}

function namesIn(text: string, { path, offset, length }: Place): Mention[] {
  return [...new Set(text.match(/\bAWSEB[A-Za-z0-9]+/g) ?? [])].map((name) => ({
    name, place: { path, offset, length },
  }));
}

/** The lines of an entry in block style; nothing where it shares a line with others. */
function cutOf({ place, value }: JsonMember, text: string): Cut | undefined {
  const start = text.lastIndexOf('\n', place.offset - 1) + 1;
  const inner = text.slice(value.offset, value.offset + value.length).trimEnd();
  const stop = text.indexOf('\n', value.offset + inner.length);
  const end = stop < 0 ? text.length : stop + 1;
  const isBlock =
    text.slice(start, place.offset).trim() === '' && text.slice(value.offset + inner.length, end).trim() === '';
  return isBlock && isObject(value) && !text.slice(start, value.offset).includes('{') ? { start, end } : undefined;
}

function isObject(node: JsonNode): node is JsonObject {
  return node.kind === 'object';
}
