import { DecisionSource } from '../../lib/core/plan/decision';
import { container, decisionOf, planOf, Settings, targetOf } from './helpers';

const BUCKET = { usesKms: false, isOwned: true };
const ACL = 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shield/0a1b2c3d';
const SKIPPED = 'It is known only at deployment, so the checks that need it were skipped.';

test('without props the load balancer is what AWS makes of it', () => {
  const { listeners, redirects, ...loadBalancer } = planOf().front!;
  expect([listeners.length, redirects.length]).toEqual([1, 0]);
  expect(loadBalancer).toEqual({
    kind: 'application', name: '', scheme: 'internet-facing', ipAddressType: 'ipv4', everybody: ['0.0.0.0/0'], idleTimeout: 60, mainListener: 80,
    dropInvalidHeaderFields: false, deletionProtection: false, accessLogs: null, webAclArn: null, door: { kind: 'load-balancer' }, domain: null,
  });
});

test.each<[string, Settings, string, string, DecisionSource]>([
  ['addresses', {}, 'ipv4', 'Every VPC has IPv4 addresses; IPv6 has to be set up in the network first.', DecisionSource.DEFAULT],
  ['addresses', { vpc: true, ipAddressType: 'dualstack' }, 'dualstack', 'You chose it.', DecisionSource.PROP],
  ['idle timeout', {}, '60 s', 'Beanstalk leaves it as it is, too.', DecisionSource.BEANSTALK],
  ['idle timeout', { idleTimeout: { unresolved: 'idleTimeout' } }, '${idleTimeout}', SKIPPED, DecisionSource.PROP],
  ['invalid headers', { dropInvalidHeaderFields: false }, 'kept', 'You chose it.', DecisionSource.PROP],
  ['deletion protection', {}, 'off', 'The stack can be deleted as a whole.', DecisionSource.DEFAULT],
  ['deletion protection', { deletionProtection: true }, 'on', 'You chose it; the stack cannot be deleted until it is off again.', DecisionSource.PROP],
  ['access logs', {}, 'none', 'They cost storage and need a bucket of yours.', DecisionSource.DEFAULT],
  [
    'access logs', { accessLogsBucket: BUCKET, accessLogsPrefix: 'shop' }, 'the bucket, below shop/AWSLogs',
    'You chose it; its policy lets the load balancers of this account write there.', DecisionSource.PROP,
  ],
  [
    'access logs', { accessLogsBucket: { ...BUCKET, isOwned: false } }, 'the bucket, below AWSLogs',
    'You chose it; its own policy has to let the load balancer write there.', DecisionSource.PROP,
  ],
  ['web ACL', {}, 'none', 'AWS WAF costs by the rule and the request.', DecisionSource.DEFAULT],
  ['web ACL', { webAclArn: ACL }, ACL, 'You chose it.', DecisionSource.PROP],
])('the reason for %s under %j', (topic, settings, choice, reason, source) => {
  expect(decisionOf(planOf(settings), topic)).toMatchObject({ topic, choice, reason, source });
});

describe('the port of a health check', () => {
  const containers = [container('web', { portMappings: [{ hostPort: 80, containerPort: 8080 }, { hostPort: 9000, containerPort: 9001 }] })];
  const portUnder = (networkMode: Settings['networkMode'], port: number) =>
    targetOf(planOf({ networkMode, listeners: [{ port: 80, healthCheck: { port } }] }, containers).front!.listeners[0]).healthCheck.port;

  test.each<[string, Settings['networkMode'], number, number]>([
    ['is a host port of the instance', 'bridge', 9000, 9000],
    ['is the container port behind a host port where the task has an address', 'awsvpc', 9000, 9001],
    ['may be named by its container port there', 'awsvpc', 9001, 9001],
    ['is the container port behind a host port in host mode', 'host', 9000, 9001],
    ['is that of the requests when it is the same', 'bridge', 80, 0],
    ['is that of the requests when it is the same in awsvpc mode', 'awsvpc', 80, 0],
  ])('%s', (_, networkMode, port, expected) => {
    expect(portUnder(networkMode, port)).toBe(expected);
  });
});
