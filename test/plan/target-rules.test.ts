import { container, planning, Settings, WEB } from './helpers';

/*
 * Where each rule about the target begins and ends. The whole messages with their hints are in test/cases/target.
 */

/** `message | hint` of each finding of one rule. */
function said(code: string, settings: Settings, containers: readonly object[] = [WEB]): string[] {
  return planning(settings, containers).problems
    .filter(({ rule }) => rule.code === code)
    .map(({ place, message, hint }) => `${place.path}${place.path && ' '}${message} | ${hint}`);
}

const mapping = (hostPort: number, containerPort = hostPort) => ({ hostPort, containerPort });
const ports = (...portMappings: readonly object[]) => [container('web', { portMappings })];

describe('unmapped-listener', () => {
  test.each<[string, Settings, readonly object[], string]>([
    [
      'asks for an instance port between two of one container port', { listeners: [{ port: 80, containerName: 'web' }] }, ports(mapping(81, 9), mapping(82, 9)),
      'got container "web", which fits several: 81 (web:9), 82 (web:9). | Choose one, such as instancePort: 81.',
    ],
    [
      'asks for the container between two of one port', { listeners: [{ port: 80, containerPort: 9 }] },
      [...ports(mapping(81, 9)), container('api', { portMappings: [mapping(82, 9)] })],
      "got container port 9, which fits several: 81 (web:9), 82 (api:9). | Choose one, such as containerName: 'web', containerPort: 9.",
    ],
    [
      'takes back an instance port that belongs to another container', { listeners: [{ port: 80, containerName: 'web', instancePort: 82 }] },
      [...ports(mapping(81)), container('api', { portMappings: [mapping(82)] })],
      'got container "web" on host port 82, which fits none of 81 (web:81), 82 (api:82). | Remove instancePort from listeners[0].',
    ],
    [
      'takes back an instance port that belongs to another port', { listeners: [{ port: 80, containerPort: 81, instancePort: 82 }] }, ports(mapping(81), mapping(82)),
      'got container port 81 on host port 82, which fits none of 81 (web:81), 82 (web:82). | Remove instancePort from listeners[0].',
    ],
    [
      'offers the nearest host port', { listeners: [{ port: 80, instancePort: 90 }] }, ports(mapping(81), mapping(89), mapping(1)),
      'got host port 90, which fits none of 81 (web:81), 89 (web:89), 1 (web:1). | Set instancePort: 89 in listeners[0], or map the port in the file.',
    ],
    [
      'offers the nearest container port', { listeners: [{ port: 80, containerName: 'web', containerPort: 3 }] }, ports(mapping(80), mapping(5, 4)),
      'got port 3 of container "web", which fits none of 80 (web:80), 5 (web:4). | Set containerPort: 4 in listeners[0], or map the port in the file.',
    ],
  ])('%s', (_, settings, containers, message) => {
    expect(said('DR4002', settings, containers)).toEqual([`listeners[0] must lead to one mapped TCP port, ${message}`]);
  });

  test('looks at rules too', () => {
    expect(said('DR4002', { listeners: [{ port: 80, rules: [{ pathPatterns: ['/a'] }, { pathPatterns: ['/b'], instancePort: 81 }] }] })).toEqual([
      'listeners[0].rules[1] must lead to one mapped TCP port, got host port 81, which fits none of 80 (web:8080). '
      + '| Set instancePort: 80 in listeners[0].rules[1], or map the port in the file.',
    ]);
  });

  test('takes back the rule rather than its listener', () => {
    const listener = { port: 80, action: { kind: 'fixed-response' as const, statusCode: 404 }, rules: [{ pathPatterns: ['/a'] }] };
    expect(said('DR4002', { listeners: [listener] }, [container('web')])).toEqual([
      'listeners[0].rules[0] must lead to one mapped TCP port, got host port 80, but the file maps no TCP port. | Map a TCP port in the file, or remove listeners[0].rules[0].',
    ]);
  });
});

describe('invalid-setting', () => {
  const range = (prop: string, got: number, nearest: number) =>
    `listeners[0].${prop} must be a whole number between 1 and 65535, got ${got}. | Use ${nearest}.`;

  test.each([1, 65535])('accepts port %d', (port) => {
    expect(said('DR4004', { listeners: [{ port, instancePort: port, containerPort: port }] })).toEqual([]);
  });

  test.each([[0, 1], [65536, 65535], [-1, 1], [80.5, 81], [NaN, 1]])('refuses port %d', (port, nearest) => {
    expect(said('DR4004', { listeners: [{ port, instancePort: port, containerPort: port }] })).toEqual([
      range('port', port, nearest), range('instancePort', port, nearest), range('containerPort', port, nearest),
    ]);
  });

  test.each([[0, 1], [1, 1], [3, 4], [0, 5000]])('accepts %d to %d instances', (minCapacity, maxCapacity) => {
    expect(said('DR4004', { minCapacity, maxCapacity })).toEqual([]);
  });

  test.each([
    [-1, 4, 'minCapacity must be a whole number, 0 or more, got -1. | Use 0.'],
    [1.5, 4, 'minCapacity must be a whole number, 0 or more, got 1.5. | Use 2.'],
    [NaN, 4, 'minCapacity must be a whole number, 0 or more, got NaN. | Use 0.'],
    [0, 0, 'maxCapacity must be a whole number, 1 or more, got 0. | Use 1.'],
    [0, 2.5, 'maxCapacity must be a whole number, 1 or more, got 2.5. | Use 3.'],
    [5, 4, 'minCapacity must be at most maxCapacity, which is 4, got 5. | Set maxCapacity: 5, or lower minCapacity.'],
  ])('refuses %d to %d instances', (minCapacity, maxCapacity, message) => {
    expect(said('DR4004', { minCapacity, maxCapacity })).toEqual([message]);
  });

  test('compares no bound that is known only at deployment', () => {
    expect(said('DR4004', { minCapacity: { unresolved: 'minCapacity' }, maxCapacity: 1 })).toEqual([]);
    expect(said('DR4004', { minCapacity: 9, maxCapacity: { unresolved: 'maxCapacity' } })).toEqual([]);
  });
});

describe('single-instance', () => {
  const outage = 'so each deployment may stop all tasks at once, however many instances there are. | Set minCapacity to 2 or more.';
  const always = 'the group has one instance at most, so each deployment and each replacement of the instance is an outage.';

  test.each<[Settings, string[]]>([
    [{}, []],
    [{ minCapacity: 2 }, []],
    [{ maxCapacity: 2 }, []],
    [{ minCapacity: { unresolved: 'minCapacity' } }, []],
    [{ minCapacity: 1 }, [`the group may shrink to one instance, ${outage}`]],
    [{ minCapacity: 1, maxCapacity: 2 }, [`the group may shrink to one instance, ${outage}`]],
    [{ minCapacity: 0 }, [`the group may shrink to no instance at all, ${outage}`]],
    [{ maxCapacity: 1 }, [`${always} | Set maxCapacity to 2 or more.`]],
    [{ minCapacity: 1, maxCapacity: 1 }, [`${always} | Set minCapacity and maxCapacity to 2 or more.`]],
  ])('says of %j', (settings, messages) => {
    expect(said('DR4005', settings)).toEqual(messages);
  });
});

describe('by network mode', () => {
  const linked = [container('db'), container('web', { links: ['db'] })];

  test.each<[Settings['networkMode'], number]>([[undefined, 0], ['bridge', 0], ['awsvpc', 1], ['host', 1], ['none', 1]])('a link in %s mode gives %d findings', (networkMode, count) => {
    expect(said('DR4010', { networkMode }, linked)).toHaveLength(count);
  });

  const twins = [...ports(mapping(81, 9)), container('api', { portMappings: [mapping(82, 9)] }), container('more', { portMappings: [mapping(83, 9)] })];
  const twinListener = [{ port: 81 }];

  test.each<[Settings['networkMode'], string[]]>([[undefined, []], ['bridge', []], ['awsvpc', ['web', 'web']], ['host', ['web', 'web']]])('containers on one port in %s mode', (networkMode, owners) => {
    expect(said('DR4011', { networkMode, listeners: twinListener }, twins).map((message) => /which "(\w+)"/.exec(message)?.[1])).toEqual(owners);
  });

  test('one container may map a port twice, and others may use it with UDP or a range', () => {
    const more = container('api', { portMappings: [{ containerPort: 9, protocol: 'udp' }, { containerPortRange: '20-30' }] });
    expect(said('DR4011', { networkMode: 'awsvpc', listeners: [{ port: 80, instancePort: 81 }] }, [...ports(mapping(81, 9), mapping(82, 9)), more])).toEqual([]);
  });

  test.each<[object, object, string[]]>([
    [{ containerPortRange: '20-30' }, { containerPort: 19 }, []],
    [{ containerPortRange: '20-30' }, { containerPort: 31 }, []],
    [{ containerPortRange: '20-30' }, { containerPortRange: '31-40' }, []],
    [{ containerPortRange: '20-30' }, { containerPortRange: '25-26', protocol: 'udp' }, []],
    [{ containerPortRange: '20-30' }, { containerPort: 20 }, ['20/tcp, which "web" listens on already']],
    [{ containerPortRange: '20-30' }, { containerPort: 30 }, ['30/tcp, which "web" listens on already']],
    [{ containerPort: 25 }, { containerPortRange: '20-30' }, ['25/tcp, which "api" listens on already']],
    [{ containerPort: 20 }, { containerPortRange: '20-30' }, ['20-30/tcp, of which "web" listens on 20/tcp already']],
    [{ containerPortRange: '20-30' }, { containerPortRange: '30-40' }, ['30-40/tcp, of which "web" listens on 30/tcp already']],
    [{ containerPortRange: '20-30' }, { containerPortRange: '25-40' }, ['25-40/tcp, of which "web" listens on 25-30/tcp already']],
  ])('%j beside %j in awsvpc mode', (one, other, clashes) => {
    const containers = [container('web', { portMappings: [{ containerPort: 80 }, one] }), container('api', { portMappings: [other] })];
    const messages = said('DR4011', { networkMode: 'awsvpc', listeners: [{ port: 80, containerName: 'web', containerPort: 80 }] }, containers);
    expect(messages.map((message) => /got (.*)\. \|/.exec(message)?.[1])).toEqual(clashes);
  });

  const dropped = (networkMode: Settings['networkMode'], portMapping: object) => said('DR4013', { networkMode }, ports(portMapping));

  test.each<[Settings['networkMode'], object, number]>([
    ['bridge', mapping(80, 81), 0], ['awsvpc', mapping(80), 0], ['awsvpc', { containerPort: 80 }, 0], ['awsvpc', mapping(80, 81), 1], ['host', mapping(0, 81), 1],
  ])('a host port in %s mode: %j gives %d findings', (networkMode, portMapping, count) => {
    expect(dropped(networkMode, portMapping)).toHaveLength(count);
  });

  const control = (namespace: string) => [container('web', { systemControls: [{ namespace, value: '1' }] })];

  test.each<[Settings['networkMode'], string, readonly object[], string[]]>([
    ['awsvpc', 'hostname', [container('web', { hostname: 'web' })], ['hostname']],
    ['host', 'hostname', [container('web', { hostname: 'web' })], []],
    ['host', 'a port range', ports({ containerPortRange: '20-30' }), ['portMappings[0].containerPortRange']],
    ['awsvpc', 'a port range', ports({ containerPortRange: '20-30' }), []],
    ['host', 'net settings', control('net.core.somaxconn'), ['systemControls[0]']],
    ['host', 'kernel settings', control('kernel.shmmax'), []],
    ['awsvpc', 'net settings', control('net.core.somaxconn'), []],
    ['bridge', 'net settings', control('net.core.somaxconn'), []],
  ])('%s mode with %s', (networkMode, _, containers, refused) => {
    const paths = said('DR4012', { networkMode }, containers).map((message) => message.split(' ')[0]);
    expect(paths).toEqual(refused.map((path) => `containerDefinitions[0].${path}`));
  });

  test.each([[21, 0], [22, 1], [2375, 1], [2376, 1], [51677, 0], [51678, 1], [51679, 1], [51680, 1], [51681, 0]])('container port %d in host mode gives %d errors', (port, count) => {
    expect(said('DR4016', { networkMode: 'host' }, ports({ containerPort: port }))).toHaveLength(count);
    expect(said('DR4016', { networkMode: 'awsvpc' }, ports({ containerPort: port }))).toEqual([]);
  });

  test('mapped ports in none mode are refused, an empty list of them is not', () => {
    expect(said('DR4014', { networkMode: 'none' }, ports({ containerPort: 80 }))).toHaveLength(1);
    expect(said('DR4014', { networkMode: 'none' }, ports())).toEqual([]);
    expect(said('DR4014', { networkMode: 'bridge' }, ports({ containerPort: 80 }))).toEqual([]);
  });
});

describe('environment-property-name', () => {
  test.each([['A', 0], ['a.b', 0], ['', 1], [' ', 1], ['A=', 1], ['=A', 1], ['A B', 1], ['A\n', 1]])('"%s" gives %d findings', (name, count) => {
    expect(said('DR4050', { environmentProperties: { [name]: 'x', B: 'y' } })).toHaveLength(count);
  });
});

describe('ranges that may connect', () => {
  const rules = (code: string, cidr: string) => said(code, { listeners: [{ port: 80, allowedCidrs: ['10.0.0.0/8', cidr] }] });
  const place = 'listeners[0].allowedCidrs[1]';
  const one = (text: string) => `Write "${text}" for this address alone.`;

  test.each(['0.0.0.0/0', '203.0.113.7/32', '203.0.113.0/24', '::/0', '2001:db8::/32', '2001:DB8::1/128'])('%s is one', (cidr) => {
    expect([...rules('DR4051', cidr), ...rules('DR4052', cidr)]).toEqual([]);
  });

  test.each([
    ['203.0.113.7', `have a prefix length, got "203.0.113.7". | ${one('203.0.113.7/32')}`],
    ['2001:db8::1', `have a prefix length, got "2001:db8::1". | ${one('2001:db8::1/128')}`],
    ['203.0.113.7/33', `have a prefix length between 0 and 32, got "203.0.113.7/33". | ${one('203.0.113.7/32')}`],
    ['2001:db8::1/129', `have a prefix length between 0 and 128, got "2001:db8::1/129". | ${one('2001:db8::1/128')}`],
    ['256.0.0.1/8', 'be an IPv4 or IPv6 range, got "256.0.0.1/8". | Write it as "203.0.113.0/24" or "2001:db8::/32".'],
    ['', 'be an IPv4 or IPv6 range, got "". | Write it as "203.0.113.0/24" or "2001:db8::/32".'],
  ])('"%s" is refused', (cidr, message) => {
    expect(rules('DR4051', cidr)).toEqual([`${place} must ${message}`]);
    expect(rules('DR4052', cidr)).toEqual([]);
  });

  test.each([
    ['100.68.0.18/18', '100.68.0.0/18', '100.68.0.18/32'],
    ['203.0.113.1/31', '203.0.113.0/31', '203.0.113.1/32'],
    ['2001:DB8::1/32', '2001:db8::/32', '2001:db8::1/128'],
  ])('%s lets in more than it says', (cidr, whole, address) => {
    expect(rules('DR4051', cidr)).toEqual([]);
    expect(rules('DR4052', cidr)).toEqual([`${place} lets in all of ${whole}, got "${cidr}". | Write "${whole}", or "${address}" for this address alone.`]);
  });

  test('a range that is known only at deployment is not looked at', () => {
    const listeners = [{ port: 80, allowedCidrs: [{ unresolved: 'listeners[0].allowedCidrs[0]' }] }];
    expect([...said('DR4051', { listeners }), ...said('DR4052', { listeners })]).toEqual([]);
  });

  test.each<[Settings, string[]]>([
    [{ listeners: [{ port: 80, open: true }] }, []],
    [{ listeners: [{ port: 80, open: false, allowedCidrs: ['10.0.0.0/8'] }] }, []],
    [{ publicLoadBalancer: false, listeners: [{ port: 80, open: true, allowedCidrs: ['10.0.0.0/8'] }] }, []],
    [{ listeners: [{ port: 80, open: true, allowedCidrs: [] }] }, ['allowedCidrs']],
    [{ listeners: [{ port: 80, open: true, allowedSecurityGroups: 1 }] }, ['allowedSecurityGroups']],
    [{ listeners: [{ port: 80, open: true, allowedCidrs: ['10.0.0.0/8'], allowedSecurityGroups: 1 }] }, ['allowedCidrs and allowedSecurityGroups']],
  ])('%j', (settings, named) => {
    expect(said('DR4053', settings)).toEqual(named.map((props) =>
      `listeners[0] must be open or have ${props}, got both. | Remove open: true to let only these connect, or remove ${props}.`));
  });
});

describe('invalid-health-check', () => {
  const http = (healthCheck: object, listener: object = {}) => said('DR4054', { listeners: [{ port: 80, healthCheck, ...listener }] });
  const grpc = (healthCheck: object) => http(healthCheck, { certificates: 1, protocolVersion: 'GRPC' });

  test.each(['/', '/health', '/health?full=1&a=b~c!', `/${'a'.repeat(1023)}`])('a path of HTTP: %s', (path) => {
    expect(http({ path })).toEqual([]);
  });

  test.each(['/AWS.ALB/healthcheck', '/grpc.health.v1.Health/Check', '/Health/Check'])('a path of gRPC: %s', (path) => {
    expect(grpc({ path })).toEqual([]);
  });

  const long = 'have at most 1024 characters, got 1025. | Shorten the path.';
  test.each([
    ['', 'start with a slash, got "". | Write "/".'],
    ['health', 'start with a slash, got "health". | Write "/health".'],
    ['/a b', 'have no spaces and no characters beyond ASCII, got "/a b". | Percent-encode them, as a space is "%20".'],
    ['/é', 'have no spaces and no characters beyond ASCII, got "/é". | Percent-encode them, as a space is "%20".'],
    [`/${'a'.repeat(1024)}`, long],
  ])('no path: %s', (path, message) => {
    expect(http({ path })).toEqual([`listeners[0].healthCheck.path must ${message}`]);
  });

  test.each(['/', '/health', '/a.b/', '/a.b/c/d', '/a..b/c', '/.a/c'])('no path of gRPC: %s', (path) => {
    expect(grpc({ path })).toEqual([
      `listeners[0].healthCheck.path must have the form /package.service/method for gRPC, got "${path}". | Write it as "/grpc.health.v1.Health/Check".`,
    ]);
  });

  test.each(['200', '499', '200,202', '200-499', '200-299,401', '200-200'])('codes of HTTP: %s', (healthyHttpCodes) => {
    expect(http({ healthyHttpCodes })).toEqual([]);
  });

  test.each(['0', '99', '0,12', '0-99'])('codes of gRPC: %s', (healthyGrpcCodes) => {
    expect(grpc({ healthyGrpcCodes })).toEqual([]);
  });

  const form = 'be codes and ranges of codes with commas between them, got';
  const use = 'Use codes such as "200", "200,202" or "200-299".';
  test.each([
    ['199', [`be between 200 and 499, got 199. | ${use}`]],
    ['500', [`be between 200 and 499, got 500. | ${use}`]],
    ['100-200,404-500', [`be between 200 and 499, got 100-200. | ${use}`, `be between 200 and 499, got 404-500. | ${use}`]],
    ['299-200', ['have ranges from the lower to the higher code, got 299-200. | Write 200-299.']],
    ['', [`${form} "". | Write them as "200", "200,202" or "200-299".`]],
    ['2xx', [`${form} "2xx". | Write them as "200", "200,202" or "200-299".`]],
    ['200,', [`${form} "200,". | Write them as "200", "200,202" or "200-299".`]],
    ['200, 202', [`${form} "200, 202". | Write "200,202".`]],
  ])('no codes of HTTP: "%s"', (healthyHttpCodes, messages) => {
    expect(http({ healthyHttpCodes })).toEqual(messages.map((message) => `listeners[0].healthCheck.healthyHttpCodes must ${message}`));
  });

  test('a code of gRPC is below 100', () => {
    expect(grpc({ healthyGrpcCodes: '0-100' })).toEqual([
      'listeners[0].healthCheck.healthyGrpcCodes must be between 0 and 99, got 0-100. | Use codes such as "0", "0,12" or "0-99".',
    ]);
  });

  test('a network load balancer takes server errors for health too', () => {
    expect(http({ healthyHttpCodes: '200-599' }, { protocol: 'TCP' })).toEqual([]);
    expect(http({ healthyHttpCodes: '600' }, { protocol: 'TCP' })).toHaveLength(1);
  });

  test('looks at rules too', () => {
    expect(said('DR4054', { listeners: [{ port: 80, rules: [{ pathPatterns: ['/a'], healthCheck: { path: 'a' } }] }] }))
      .toEqual(['listeners[0].rules[0].healthCheck.path must start with a slash, got "a". | Write "/a".']);
  });
});

describe('redirect-without-certificate', () => {
  const none = 'redirectHTTP must come with a listener on port 443 that has a certificate, got none. | Add certificates: [certificate], or remove redirectHTTP.';
  const taken = 'redirectHTTP must come without a listener on port 80, got listeners[1]. | Remove that listener, or remove redirectHTTP.';
  const secure = { port: 443, instancePort: 80, certificates: 1 };
  const redirect = { kind: 'redirect' as const, protocol: 'HTTPS' as const };

  test.each<[Settings, readonly object[], string[]]>([
    [{}, [WEB], []],
    [{ redirectHTTP: false }, [WEB], []],
    [{ redirectHTTP: true }, [WEB], [none]],
    [{ redirectHTTP: true, listeners: [{ port: 80 }] }, [WEB], [none]],
    [{ redirectHTTP: true, listeners: [{ port: 8443, instancePort: 80, certificates: 1 }] }, [WEB], [none]],
    [{ redirectHTTP: true }, [container('worker')], [none]],
    [{ redirectHTTP: true, certificates: 1 }, [WEB], []],
    [{ redirectHTTP: true, listeners: [secure] }, [WEB], []],
    [{ redirectHTTP: true, certificates: 1, listeners: [{ port: 443, instancePort: 80 }] }, [WEB], []],
    [{ redirectHTTP: true, listeners: [secure, { port: 80 }] }, [WEB], [taken]],
    [{ redirectHTTP: true, listeners: [secure, { port: 80, action: redirect }] }, [WEB], []],
    [{ listeners: [secure, { port: 80 }] }, [WEB], []],
  ])('%j of %j', (settings, containers, messages) => {
    expect(said('DR4055', settings, containers)).toEqual(messages);
  });

  test('leaves a listener without the certificate that it needs to the rule about that', () => {
    const settings = { redirectHTTP: true, listeners: [{ port: 443, instancePort: 80 }] };
    expect([said('DR4055', settings), said('DR4020', settings)]).toEqual([[], [expect.any(String)]]);
  });
});

describe('dynamic-host-port', () => {
  const at = 'containerDefinitions[1].portMappings';
  const api = (...portMappings: readonly object[]) => [WEB, container('api', { portMappings })];
  const advice = (port: number) => `Write "hostPort": ${port}, or lead a listener to it with containerName: 'api', containerPort: ${port}.`;
  const open = (key: string, got: string | number, others = '') =>
    `${at}${key} must have a host port or a listener that leads to it, got ${got}, for which the instance picks any port in bridge mode${others}. | `;

  test.each<[readonly object[], string[]]>([
    [[{ hostPort: 81, containerPort: 81 }], []],
    [[{ containerPort: 81 }], [open('[0].containerPort', 81) + advice(81)]],
    [[{ hostPort: 0, containerPort: 81 }], [open('[0].hostPort', 0) + advice(81)]],
    [[{ containerPortRange: '90-99' }], [`${open('[0].containerPortRange', '90-99')}Write one mapping for each port that somebody connects to.`]],
    [[{ containerPort: 81 }, { containerPort: 82 }], [open('[0].containerPort', 81, ', and likewise for 1 more mapping of the container') + advice(81)]],
    [[{ containerPort: 81 }, { containerPort: 82 }, { containerPort: 83 }], [open('[0].containerPort', 81, ', and likewise for 2 more mappings of the container') + advice(81)]],
  ])('%j beside a listener to another container', (portMappings, messages) => {
    expect(said('DR4056', { listeners: [{ port: 80 }] }, api(...portMappings))).toEqual(messages);
  });

  const toApi = { containerName: 'api', containerPort: 81 };

  test.each<[string, Settings]>([
    ['a listener', { listeners: [{ port: 80 }, { port: 81, ...toApi }] }],
    ['a rule', { listeners: [{ port: 80, rules: [{ pathPatterns: ['/api/*'], ...toApi }] }] }],
    ['a rule on a listener that is there already', { rules: [{ listener: '80', mayBeDefault: false, pathPatterns: ['/api/*'], ...toApi }] }],
    ['a mode without host ports', { networkMode: 'awsvpc', listeners: [{ port: 80 }] }],
  ])('says nothing where %s leads to the port', (_, settings) => {
    expect(said('DR4056', settings, api({ containerPort: 81 }))).toEqual([]);
  });

  test('says nothing of the only port, to which a listener leads by itself', () => {
    expect(said('DR4056', {}, ports({ containerPort: 81 }))).toEqual([]);
  });

  test('says nothing while it is open which of several ports a listener leads to', () => {
    expect(said('DR4056', {}, ports({ containerPort: 81 }, { containerPort: 82 }))).toEqual([]);
  });
});

describe('quotas of the load balancer', () => {
  const answer = { kind: 'fixed-response' as const, statusCode: 404 };
  const listeners = (count: number, rest: object = {}) =>
    Array.from({ length: count }, (_, index) => ({ port: 1000 + index, action: answer, ...rest }));
  const secure = (certificates: number) => ({ port: 443, certificates, action: answer });
  const many = (count: number) => `listeners must need at most 50 listeners of one load balancer, got ${count}. `
    + `| Remove ${count - 50} of them, or ask AWS for a higher quota and acknowledge this.`;

  test.each<[string, Settings, string[]]>([
    ['50 listeners', { listeners: listeners(50) }, []],
    ['51 listeners', { listeners: listeners(51) }, [many(51)]],
    ['49 listeners and a redirect', { listeners: [secure(1), ...listeners(48)] }, []],
    ['50 listeners and a redirect', { listeners: [secure(1), ...listeners(49)] }, [many(51)]],
    ['50 listeners without the redirect', { redirectHTTP: false, listeners: [secure(1), ...listeners(49)] }, []],
    ['50 listeners with port 80 among them', { listeners: [secure(1), { port: 80 }, ...listeners(48)] }, []],
    ['50 listeners on each of two load balancers', { listeners: [...listeners(50), ...listeners(50, { protocol: 'TCP', action: undefined })] }, []],
    ['51 listeners on a network load balancer', { listeners: listeners(51, { protocol: 'TCP', action: undefined }) }, [many(51)]],
    ['25 certificates beside the first', { listeners: [secure(26)] }, []],
    [
      '26 certificates on two listeners', { certificates: 14, listeners: [{ port: 443, action: answer }, { ...secure(14), port: 8443 }] },
      ['listeners must have at most 25 certificates beside the first of each, got 26. | Use certificates for several names, or ask AWS for a higher quota and acknowledge this.'],
    ],
  ])('%s', (_, settings, messages) => {
    expect(said('DR4057', settings)).toEqual(messages);
  });

  const rules = (count: number) => Array.from({ length: count }, (_, index) => ({ pathPatterns: [`/${index}`], action: answer }));
  const neighbor = (name: string, count: number) => ({
    name, hostPorts: [], targetGroups: count, rules: Array.from({ length: count }, (_, index) => ({ listener: '80', key: `${name}${index}`, priority: index + 1 })),
  });
  const route = { listener: '80', mayBeDefault: false, pathPatterns: ['/more'] };
  const shifting: Settings = { scheduling: { kind: 'replicas', strategy: { kind: 'canary' } } };
  const together = (count: string) => `The listeners must have at most 100 rules together, got ${count}. `
    + '| Join rules that lead to the same container, or ask AWS for a higher quota and acknowledge this.';

  test.each<[string, Settings, string[]]>([
    ['100 rules', { listeners: [{ port: 80, rules: rules(60) }, { port: 81, action: answer, rules: rules(40) }] }, []],
    ['101 rules on two listeners', { listeners: [{ port: 80, rules: rules(60) }, { port: 81, action: answer, rules: rules(41) }] }, [together('101')]],
    ['100 rules of several services', { rules: [route], neighbors: [neighbor('a', 60), neighbor('b', 39)] }, []],
    ['101 rules of several services', { rules: [route], neighbors: [neighbor('a', 60), neighbor('b', 40)] }, [together('101, of which 100 are of other services')]],
    ['a service without rules beside 101', { rules: [], neighbors: [neighbor('a', 101)] }, []],
    ['a default beside 100 rules', { rules: [{ listener: '80', mayBeDefault: true }], neighbors: [neighbor('a', 100)] }, []],
    [
      'a default that becomes a rule beside 100 others', { ...shifting, rules: [{ listener: '80', mayBeDefault: true }], neighbors: [neighbor('a', 100)] },
      [together('101, of which 100 are of other services')],
    ],
    ['99 rules and a default that becomes one', { ...shifting, listeners: [{ port: 80, rules: rules(99) }, { port: 81, action: answer }] }, []],
  ])('%s', (_, settings, messages) => {
    expect(said('DR4058', settings)).toEqual(messages);
  });

  test.each([[99, []], [100, ['The load balancer must lead to at most 100 target groups, got 101, of which 100 are of other services. | Put the service into an environment of its own.']]])(
    'a target group beside %d others', (count, messages) => {
      expect(said('DR4059', { rules: [route], neighbors: [neighbor('a', count)] })).toEqual(messages);
      expect(said('DR4059', { rules: [], neighbors: [neighbor('a', 101)] })).toEqual([]);
      expect(said('DR4059', { ...shifting, rules: [route], neighbors: [neighbor('a', count - 1)] })).toEqual(messages.map((message) => message.replace('which 100', 'which 99')));
    });
});

describe('bundle-volume', () => {
  test.each([['/var/app/current', 1], ['/var/app/current/x', 1], ['/var/app/currently', 0], ['/srv/var/app/current', 0]])('%s gives %d warnings', (sourcePath, count) => {
    const { problems } = planning({}, [container('web', { mountPoints: [{ sourceVolume: 'v', containerPath: '/v' }] })], { volumes: [{ name: 'v', host: { sourcePath } }] });
    expect(problems.filter(({ rule }) => rule.code === 'DR4006')).toHaveLength(count);
  });
});

describe('listeners and rules', () => {
  const listener = (rest: object): Settings => ({ listeners: [{ port: 80, ...rest }] });
  const rule = (rest: object): Settings => listener({ rules: [{ pathPatterns: ['/a'], ...rest }] });

  test.each([[1, 0], [50000, 0], [0, 1], [50001, 1], [1.5, 1]])('priority %d gives %d errors', (priority, count) => {
    expect(said('DR4004', rule({ priority }))).toHaveLength(count);
  });

  test.each([[5, 0], [6, 1]])('%d target groups give %d errors', (groups, count) => {
    const rules = Array.from({ length: groups - 1 }, (_, index) => ({ pathPatterns: [`/${index}`], deregistrationDelay: index }));
    expect(said('DR4009', listener({ rules }))).toHaveLength(count);
  });

  test.each([[5, 128, 0], [6, 1, 1], [1, 129, 1]])('%d patterns of %d characters give %d errors', (patterns, length, count) => {
    const pathPatterns = Array.from({ length: patterns }, () => '/'.padEnd(length, 'x'));
    expect(said('DR4021', rule({ pathPatterns }))).toHaveLength(count);
  });

  test.each([['/a', 0], ['*', 0], ['*.php', 0], ['a', 1], ['?a', 1]])('path pattern %s gives %d errors', (pattern, count) => {
    expect(said('DR4021', rule({ pathPatterns: [pattern] }))).toHaveLength(count);
  });

  test.each<[object, number]>([
    [{ deregistrationDelay: 0 }, 0],
    [{ deregistrationDelay: 3600 }, 0],
    [{ deregistrationDelay: 3601 }, 1],
    [{ stickinessCookieDuration: 1 }, 0],
    [{ stickinessCookieDuration: 604800 }, 0],
    [{ stickinessCookieDuration: 0 }, 1],
    [{ stickinessCookieDuration: 604801 }, 1],
    [{ slowStart: 30 }, 0],
    [{ slowStart: 900 }, 0],
    [{ slowStart: 29 }, 1],
    [{ slowStart: 901 }, 1],
    [{ slowStart: 30.5 }, 1],
    [{ healthCheck: { interval: 6 } }, 0],
    [{ healthCheck: { interval: 5 } }, 1],
    [{ healthCheck: { interval: 5, timeout: 2 } }, 0],
    [{ healthCheck: { interval: 300, timeout: 120 } }, 0],
    [{ healthCheck: { interval: 301 } }, 1],
    [{ healthCheck: { timeout: 1 } }, 1],
    [{ healthCheck: { timeout: 14 } }, 0],
    [{ healthCheck: { timeout: 15 } }, 1],
    [{ healthCheck: { interval: 300, timeout: 121 } }, 1],
    [{ healthCheck: { healthyThresholdCount: 2, unhealthyThresholdCount: 10 } }, 0],
    [{ healthCheck: { healthyThresholdCount: 1, unhealthyThresholdCount: 11 } }, 2],
  ])('%j gives %d errors, on a listener as on a rule', (figures, count) => {
    const saidOf = (settings: Settings) => [...said('DR4004', settings), ...said('DR4023', settings)];
    expect(saidOf(listener(figures))).toHaveLength(count);
    expect(saidOf(rule(figures))).toHaveLength(count);
  });

  test.each<[Settings, number]>([
    [listener({ port: 443, instancePort: 80 }), 1], [listener({ port: 443, instancePort: 80, certificates: 0 }), 1],
    [{ ...listener({ port: 443, instancePort: 80, certificates: 0 }), certificates: 1 }, 1],
    [listener({ port: 443, instancePort: 80, certificates: 1 }), 0], [{ ...listener({ port: 443, instancePort: 80 }), certificates: 1 }, 0],
    [listener({ sslPolicy: 'p' }), 1], [{ ...listener({ sslPolicy: 'p' }), certificates: 1 }, 1], [listener({ sslPolicy: 'p', certificates: 1 }), 0],
  ])('%j lacks %d certificates', (settings, count) => {
    expect(said('DR4020', settings)).toHaveLength(count);
  });
});
