import { member } from '../../syntax/json-tree';
import { choice, integerBetween, textOf } from '../constraints';
import { text } from '../decoder';
import { optional, required, shape } from '../shape';

/** The highest port number of TCP and UDP. */
export const MAX_PORT = 65535;

const portRange = textOf(
  'two ports with a hyphen between them', /^\d{1,5}-\d{1,5}$/,
  'Write the first and the last port, such as "8000-8010".',
);

const commonFields = {
  hostPort: optional(integerBetween(0, MAX_PORT)),
  protocol: optional(choice('tcp', 'udp')),
  name: optional(textOf(
    'up to 64 lower-case letters, digits, hyphens and underscores, starting with a letter or digit',
    /^[a-z0-9][a-z0-9_-]{0,63}$/,
    'Use lower case.',
  )),
  appProtocol: optional(choice('http', 'http2', 'grpc')),
};

const misplaced = {
  expose: 'Remove it: a port mapping publishes containerPort already.',
  host: 'Write "hostPort".',
  container: 'Write "containerPort".',
};

/** `80:8080/udp`, as Docker spells it. */
function spelledOut(word: string): string {
  const [, hostPort, containerPort, protocol] =
    /^(?:[^:]*:)??(?:(\d+):)?(\d+)(?:\/(tcp|udp))?$/.exec(word) ?? [];
  if (containerPort === undefined) return '{ "hostPort": 80, "containerPort": 80 }';
  const host = hostPort === undefined ? '' : `"hostPort": ${hostPort}, `;
  return `{ ${host}"containerPort": ${containerPort}${protocol === undefined ? '' : `, "protocol": "${protocol}"`} }`;
}

const onePort = shape('an object with containerPort', {
  containerPort: required(integerBetween(1, MAX_PORT)),
  containerPortRange: optional(portRange),
  ...commonFields,
}, misplaced, spelledOut);

const manyPorts = shape('an object with containerPortRange', {
  containerPort: optional(integerBetween(1, MAX_PORT)),
  containerPortRange: required(portRange),
  ...commonFields,
}, misplaced);

/** One port or a range of ports; the range is the rarer form and has to be asked for by its key. */
export const portMapping: typeof onePort = {
  ...onePort,
  decode: (node, context) => {
    const isRange = node.kind === 'object' && member(node, 'containerPortRange') !== undefined;
    return isRange ? manyPorts.decode(node, context) : onePort.decode(node, context);
  },
};

export const hostEntry = shape('an object with hostname and ipAddress', {
  hostname: required(text),
  ipAddress: required(
    textOf(
      'an IPv4 or IPv6 address', /^(\d{1,3}(\.\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$/, 'Give a numeric address.',
    ),
  ),
});

export const searchDomain = textOf(
  'a domain name',
  /^[a-zA-Z0-9-.]{0,253}[a-zA-Z0-9]$/,
  'Use letters, digits, hyphens and dots, ending in a letter or digit.',
);

export const link = textOf(
  'a container name, or "name:alias"',
  /^[A-Za-z0-9_-]{1,255}(:[A-Za-z0-9_-]{1,255})?$/,
  'Write the name of another container, or "name:alias" to reach it under another name.',
);
