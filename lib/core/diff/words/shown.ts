import { looksSecret } from '../../rules/secret-signs';
import { pointerOf } from '../template/cfn-template';
import { at, isObject, Json, JsonObject, listAt, textAt } from '../template/json';

const LONGEST = 60;
/** What stays of the start of a longer one. The end of an image or a path tells more. */
const START = 20;

/** A value in a line; nothing for what has no short form. */
function shown(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const pointer = pointerOf(value);
  if (pointer) return pointer.id;
  if (Array.isArray(value)) return shownList(value);
  if (isObject(value)) return shownObject(value);
  if (looksSecret(String(value))) return undefined;
  return cut(value === '' ? '""' : String(value));
}

/** From what to what, in a few words; without them for what may be secret or long. */
export function changeOf(before: Json | undefined, after: Json | undefined, isHidden = false): string {
  const [old, next] = [before, after].map((value) => (isHidden ? undefined : shown(value)));
  if (before === undefined) return next === undefined ? 'added' : `${next} added`;
  if (after === undefined) return old === undefined ? 'removed' : `${old} removed`;
  return old === undefined || next === undefined || old === next ? 'changed' : `${old} → ${next}`;
}

function shownList(list: readonly Json[]): string | undefined {
  if (list.length === 0) return 'none';
  const all = list.map(shown);
  return all.includes(undefined) ? undefined : cut(all.join(all.some((text) => text!.includes(' ')) ? ', ' : ' '));
}

/** The forms that people know of what has several parts. */
function shownObject(value: JsonObject): string | undefined {
  const [port, host] = [textAt(value, 'ContainerPort'), textAt(value, 'HostPort')];
  if (value.TargetGroupArn !== undefined && port !== undefined) return `${textAt(value, 'ContainerName')}:${port}`;
  if (port !== undefined) return [host, port].filter((part) => part !== undefined).join(':');
  if (value.RedirectConfig !== undefined) {
    const [protocol, to] = ['Protocol', 'Port'].map((name) => textAt(value, 'RedirectConfig', name) ?? '');
    return `a redirect to ${protocol} ${to}`.trimEnd();
  }
  if (value.FixedResponseConfig !== undefined) return `answer ${textAt(value, 'FixedResponseConfig', 'StatusCode')}`;
  const groups = [...listAt(value, 'ForwardConfig', 'TargetGroups'), value]
    .map((group) => shown(at(group, 'TargetGroupArn')));
  const known = groups.filter((group) => group !== undefined);
  if (known.length > 0) return `target group ${[...new Set(known)].join(' and ')}`;
  return shownCondition(value) ?? shownSecurityRule(value);
}

function shownCondition(value: JsonObject): string | undefined {
  const config = Object.entries(value).find(([name]) => name.endsWith('Config'))?.[1];
  if (typeof value.Field !== 'string') return undefined;
  return `${value.Field} ${listAt(config, 'Values').concat(listAt(value, 'Values')).map(String).join(' or ')}`;
}

function shownSecurityRule(value: JsonObject): string | undefined {
  const [protocol, from, to] = ['IpProtocol', 'FromPort', 'ToPort'].map((name) => textAt(value, name));
  if (protocol === undefined) return undefined;
  const ports = from === undefined ? 'all' : from === to ? from : `${from}-${to}`;
  const peer = ['CidrIp', 'CidrIpv6', 'SourceSecurityGroupId', 'DestinationSecurityGroupId', 'SourcePrefixListId']
    .map((name) => shown(value[name])).find((text) => text !== undefined);
  return `${protocol} ${ports} of ${peer ?? 'somebody'}`;
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, START)}…${line.slice(START + 1 - LONGEST)}` : line;
}
