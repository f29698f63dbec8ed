import { container, findingsOf, messagesOf } from './findings';

const at = 'containerDefinitions[0]';

describe('relative-container-path', () => {
  test.each([
    [{ mountPoints: [{ sourceVolume: 'v', containerPath: '/' }] }, 'mountPoints[0].containerPath` must be a directory below "/", got "/".'],
    [{ mountPoints: [{ sourceVolume: 'v', containerPath: 'x' }] }, 'mountPoints[0].containerPath` must be an absolute path of the container, got "x".'],
    [{ linuxParameters: { tmpfs: [{ containerPath: 'x', size: 1 }] } }, 'linuxParameters.tmpfs[0].containerPath` must be an absolute path of the container, got "x".'],
    [{ workingDirectory: 'app' }, 'workingDirectory` must be an absolute path of the container, got "app".'],
  ])('refuses %j', (extra, message) => {
    expect(messagesOf('DR2112', extra)).toEqual([`\`${at}.${message}`]);
  });

  test('accepts absolute paths', () => {
    expect(messagesOf('DR2112', { workingDirectory: '/', mountPoints: [{ sourceVolume: 'v', containerPath: '/x' }] })).toEqual([]);
  });
});

describe('ulimit-order', () => {
  test.each([[1, 1], [1, 2], [1, -1], [-1, -1]])('accepts soft %i and hard %i', (softLimit, hardLimit) => {
    expect(messagesOf('DR2116', { ulimits: [{ name: 'nofile', softLimit, hardLimit }] })).toEqual([]);
  });

  test.each([[2, 1], [-1, 1]])('refuses soft %i and hard %i', (softLimit, hardLimit) => {
    expect(messagesOf('DR2116', { ulimits: [{ name: 'nofile', softLimit, hardLimit }] })).toEqual([`\`${at}.ulimits[0].softLimit\` must not be above hardLimit, ${hardLimit}, got ${softLimit}.`]);
  });
});

test.each([['net.ipv4.tcp_keepalive_time', 0], ['fs.mqueue.msg_max', 0], ['kernel.shm_rmid_forced', 0], ['kernel.pid_max', 1], ['vm.swappiness', 1], ['net', 1]])('system control %s gives %i errors', (namespace, errors) => {
  expect(messagesOf('DR2117', { systemControls: [{ namespace, value: '1' }] })).toHaveLength(errors);
});

test.each([
  [{}, []],
  [{ maxSwap: 0 }, []],
  [{ swappiness: 0, maxSwap: 0 }, [`\`${at}.linuxParameters.swappiness\` must be absent on Amazon Linux 2023, got 0.`]],
  [{ swappiness: 0 }, [`\`${at}.linuxParameters.swappiness\` must be absent on Amazon Linux 2023, and has no effect elsewhere without maxSwap, got 0.`]],
])('swap settings %j', (linuxParameters, messages) => {
  expect(messagesOf('DR2118', { linuxParameters })).toEqual(messages);
});

test.each([['SYS_PTRACE', 0], ['ALL', 0], ['sys_ptrace', 1], ['CAP_SYS_PTRACE', 1], ['SYS_TRACE', 1]])('capability %s gives %i warnings', (name, warnings) => {
  expect(messagesOf('DR2119', { linuxParameters: { capabilities: { drop: [name] } } })).toHaveLength(warnings);
});

describe('health check', () => {
  test.each([
    [['CMD-SHELL', 'curl -f http://localhost/ || exit 1']], [['CMD', 'curl', '-f', 'http://localhost/']], [['/healthcheck']], [['curl', '-f', 'a b']], [['NONE']],
  ])('accepts %j', (command) => {
    expect([...messagesOf('DR2120', { healthCheck: { command } }), ...messagesOf('DR2121', { healthCheck: { command } })]).toEqual([]);
  });

  test.each([[[], 'an empty list'], [['CMD'], '"CMD"'], [['CMD-SHELL', ' '], '"CMD-SHELL  "'], [[''], '""']])('refuses %j', (command, got) => {
    expect(messagesOf('DR2120', { healthCheck: { command } })).toEqual([`\`${at}.healthCheck.command\` must name a command, got ${got}.`]);
  });

  test.each([
    [['CMD-SHELL', 'curl', '-f'], 'must give the shell one string after "CMD-SHELL", got 2.'],
    [['CMD', 'curl -f x'], 'must name a program first, or start with "CMD-SHELL", got "curl -f x".'],
    [['curl -f x || exit 1'], 'must name a program first, or start with "CMD-SHELL", got "curl -f x || exit 1".'],
  ])('warns of %j', (command, message) => {
    expect(messagesOf('DR2121', { healthCheck: { command } })).toEqual([`\`${at}.healthCheck.command\` ${message}`]);
  });
});

test.each([['10.0.0.2', 0], ['fd00:ec2::253', 0], ['256.0.0.1', 1], ['ns1.example.com', 1], ['', 1]])('DNS server "%s" gives %i errors', (server, errors) => {
  expect(messagesOf('DR2122', { dnsServers: [server] })).toHaveLength(errors);
});

test.each([['web', 0], ['web-1.shop', 0], ['a'.repeat(63), 0], ['a'.repeat(64), 1], ['web_1', 1], ['-web', 1], ['web.', 1]])('hostname %s gives %i warnings', (hostname, warnings) => {
  expect(messagesOf('DR2123', { hostname })).toHaveLength(warnings);
});

test.each(['', ' '])('a variable or secret named "%s" is refused', (name) => {
  expect(messagesOf('DR2124', { environment: [{ name, value: 'x' }], secrets: [{ name, valueFrom: '/x' }] })).toEqual([
    `\`${at}.environment[0].name\` must not be empty, got "${name}".`,
    `\`${at}.secrets[0].name\` must not be empty, got "${name}".`,
  ]);
});

test.each<[string, string, string]>([
  ['', 'not be empty, got ""', 'Write the name of the variable, or remove the entry.'],
  ['A=B', 'have no "=", got "A=…"', 'Write "A", and what follows the "=" as its value.'],
  ['A = B', 'have no "=", got "A =…"', 'Write "A", and what follows the "=" as its value.'],
  ['=B', 'have no "=", got "=…"', 'Write a name, and what follows the "=" as its value.'],
  [' A B\t', 'have no spaces, got " A B\\t"', 'Write "A_B".'],
])('the name "%s" of a variable', (name, must, hint) => {
  expect(findingsOf({ containerDefinitions: [container('web', { environment: [{ name, value: 'x' }] })] }, 'DR2124'))
    .toEqual([`DR2124 \`${at}.environment[0].name\` must ${must}. | ${hint}`]);
});

test.each(['A', 'a.b', 'A-B', 'A_B', 'A:B/C', 'é'])('a variable may be called %s', (name) => {
  expect(messagesOf('DR2124', { environment: [{ name, value: 'x' }] })).toEqual([]);
});

describe('references to secrets', () => {
  const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf';

  test.each([SECRET, `${SECRET}:password::`, `${SECRET}::AWSCURRENT:`, 'arn:aws-cn:ssm:cn-north-1:123456789012:parameter/a/b', '/shop/key', 'key', '/aws/reference/secretsmanager/db', '${SECRET}'])('accepts %s', (valueFrom) => {
    expect(messagesOf('DR2125', { secrets: [{ name: 'A', valueFrom }] })).toEqual([]);
  });

  test.each(['', 'my key', `${SECRET}:password`, `${SECRET}:password:`, `${SECRET}:a:b:c:d`, 'arn:aws:s3:::b/k', 'arn:aws:ssm:eu-west-1:1:parameter/a'])('refuses %s, for log drivers too', (valueFrom) => {
    const logConfiguration = { logDriver: 'syslog', secretOptions: [{ name: 'A', valueFrom }] };
    expect(messagesOf('DR2125', { secrets: [{ name: 'A', valueFrom }], logConfiguration })).toHaveLength(2);
  });

  test.each([[SECRET, 0], ['registry/hub', 0], [`${SECRET}:key::`, 1], ['arn:aws:ssm:eu-west-1:123456789012:parameter/a', 1], ['a b', 1]])('registry credentials %s give %i errors', (credentialsParameter, errors) => {
    expect(messagesOf('DR2126', { repositoryCredentials: { credentialsParameter } })).toHaveLength(errors);
  });
});

describe('log configuration', () => {
  const GOOD = { 'awslogs-group': '/shop', 'awslogs-region': 'eu-west-1' };
  const codes = ['DR2127', 'DR2128', 'DR2129', 'DR2130', 'DR2131'];

  test.each([
    ['awslogs', GOOD, []],
    ['awslogs', { ...GOOD, 'awslogs-create-group': 'true' }, []],
    ['awslogs', undefined, ['DR2127', 'DR2128']],
    ['awslogs', { ...GOOD, 'awslogs-group': '' }, ['DR2127']],
    ['awslogs', { 'awslogs-group': '/shop' }, ['DR2128']],
    ['awslogs', { ...GOOD, 'awslogs-create-group': 'false' }, ['DR2129']],
    ['awslogs', { ...GOOD, 'awslogs-stream': 'x' }, ['DR2130']],
    ['json-file', { 'max-size': '10m' }, []],
    ['fluentd', undefined, []],
    ['none', undefined, []],
    ['splunk', undefined, ['DR2131']],
    ['journald', undefined, ['DR2131']],
    ['gelf', undefined, ['DR2131']],
  ])('%s with %j', (logDriver, options, expected) => {
    expect(codes.filter((code) => messagesOf(code, { logConfiguration: { logDriver, options } }).length > 0)).toEqual(expected);
  });
});
