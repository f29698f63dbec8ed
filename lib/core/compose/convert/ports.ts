import { Place } from '../../finding/rule';
import { number, object, string } from '../../syntax/build-tree';
import { JsonNode } from '../../syntax/json-tree';
import { itemsOf, textAt, textIn, valueAt } from '../nodes';
import { Container, Converters } from './container';

/** `127.0.0.1:8080-8081:80-81/tcp`, in parts. */
const SHORT =
  /^(?:(?<ip>\[[^\]]*\]|\d+(?:\.\d+){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*):)?(?:(?<published>\d*(?:-\d+)?):)?(?<target>\d+(?:-\d+)?)(?:\/(?<protocol>\w+))?$/;

/** Addresses under which only the machine itself answers. */
const LOOPBACK = /^(127\.|\[?::1\]?$)/;

/** What a port of Compose says, however it is written. */
export interface PublishedPort {
  readonly target: readonly number[];
  /** None for a port that Docker picks; more than one for one target is a range to pick from. */
  readonly published: readonly number[];
  readonly protocol: string;
  readonly ip: string;
  readonly name?: JsonNode;
  readonly appProtocol?: JsonNode;
}

export const PORTS: Converters = {
  ports(value, container) {
    for (const item of itemsOf(value)) addPort(item, container);
  },
};

function addPort(item: JsonNode, container: Container): void {
  const port = item.kind === 'object' ? longPort(item) : shortPort(textIn(item) ?? '');
  if (!port) {
    container.wrong(
      item, 'a port', 'Write CONTAINER, HOST:CONTAINER or IP:HOST:CONTAINER, with /udp behind it for UDP.',
    );
    return;
  }
  if (LOOPBACK.test(port.ip)) {
    container.lost(
      item, 'only programs of the instance itself could reach it at that address',
      'Remove it, or the address before it; other containers reach the port by the name of the service.',
    );
    return;
  }
  if (port.protocol !== 'tcp' && port.protocol !== 'udp') {
    container.lost(item, `Amazon ECS maps TCP and UDP, not ${port.protocol}`, 'Remove it.');
    return;
  }
  if (port.ip !== '' && !/^(0\.0\.0\.0|\[?::\]?)$/.test(port.ip)) {
    container.adjusted(
      item, `names the address ${port.ip}; the port is open on all addresses of the instance.`, 'Remove the address.',
    );
  }
  const isPick = port.published.length > 1 && port.published.length !== port.target.length;
  for (const [index, target] of port.target.entries()) {
    container.add('portMappings', mapping(item, port, target, isPick ? 0 : port.published[index] ?? 0));
  }
}

function mapping(
  at: Place, { protocol, name, appProtocol }: PublishedPort, target: number, published: number,
): JsonNode {
  return object(at, [
    ['containerPort', number(at, target)],
    ['hostPort', number(at, published)],
    ['protocol', protocol === 'tcp' ? undefined : string(at, protocol)],
    ['name', name],
    ['appProtocol', appProtocol],
  ]);
}

function shortPort(text: string): PublishedPort | undefined {
  const found = SHORT.exec(text.trim())?.groups;
  if (!found) return undefined;
  const [target, published] = [rangeOf(found.target), rangeOf(found.published)];
  if (!target || !published || (target.length > 1 && published.length > 0 && published.length !== target.length)) {
    return undefined;
  }
  return { target, published, protocol: (found.protocol ?? 'tcp').toLowerCase(), ip: found.ip ?? '' };
}

function longPort(item: JsonNode): PublishedPort | undefined {
  const [target, published] = [rangeOf(textAt(item, 'target') ?? 'none'), rangeOf(textAt(item, 'published'))];
  if (!target || !published) return undefined;
  const [name, appProtocol] = [valueAt(item, 'name'), valueAt(item, 'app_protocol')];
  return {
    target, published, name, appProtocol,
    protocol: (textAt(item, 'protocol') ?? 'tcp').toLowerCase(), ip: textAt(item, 'host_ip') ?? '',
  };
}

/** The ports of `80` or `80-82`; none for an empty text; nothing for what is no range. */
function rangeOf(text: string | undefined): readonly number[] | undefined {
  if (text === undefined || text === '') return [];
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return last < first ? undefined : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
