import { DecisionSource } from '../../lib/core/plan/decision';
import { container, decisionOf, planOf, Settings, WEB } from './helpers';

const LOGGED = container('logged', { logConfiguration: { logDriver: 'none' } });
const ROLE = 'arn:aws:iam::111122223333:role/agent';

type Row = [string, Settings, [readonly object[], object?], string, string, DecisionSource];

/** Whether containers may reach the instance metadata service. */
const METADATA: readonly (readonly [Settings, boolean])[] = [
  [{}, false], [{ networkMode: 'awsvpc' }, false], [{ networkMode: 'none' }, false], [{ networkMode: 'host' }, true],
  [{ imdsHopLimit: 1 }, false], [{ imdsHopLimit: 2 }, true], [{ imdsHopLimit: { unresolved: 'imdsHopLimit' } }, true],
  [{ imdsHopLimit: 2, networkMode: 'awsvpc' }, false],
];

test.each<Row>([
  [
    'vpc', {}, [[WEB]], 'new',
    'No VPC was given: 2 zones with a public and a private subnet each; instances get no public address.', DecisionSource.DEFAULT,
  ],
  [
    'vpc', { vpc: true }, [[WEB]], 'given',
    'You brought it; instances go to its private subnets and the load balancer to its public ones.', DecisionSource.PROP,
  ],
  [
    'nat gateways', {}, [[WEB]], '1',
    'Instances pull images and reach AWS through it; one is the cheapest that works, at the price of one zone carrying all.', DecisionSource.DEFAULT,
  ],
  ['network mode', {}, [[WEB]], 'bridge', 'Beanstalk always runs Dockerrun tasks in bridge mode; links work in no other.', DecisionSource.BEANSTALK],
  ['network mode', { networkMode: 'awsvpc' }, [[WEB]], 'awsvpc', 'You chose it.', DecisionSource.PROP],
  ['network mode', { networkMode: 'bridge' }, [[WEB]], 'bridge', 'You chose it.', DecisionSource.PROP],
  [
    'container logs', {}, [[WEB, LOGGED, container('api')]], 'awslogs',
    'The file configures no logging for web, api; a stream for each goes to the log group of the environment without ever blocking it.', DecisionSource.DEFAULT,
  ],
  [
    'environment properties', { environmentProperties: { STAGE: 'prod', COLOR: { unresolved: 'environmentProperties.COLOR' } } }, [[WEB]], 'STAGE, COLOR',
    'They reach every container, as on Beanstalk; what a container sets itself wins.', DecisionSource.PROP,
  ],
  ['execution role', {}, [[WEB]], 'new', 'The agent uses it to pull images, read secrets and write logs; it may do nothing else.', DecisionSource.DEFAULT],
  ['execution role', {}, [[WEB], { executionRoleArn: ROLE }], ROLE, 'The file names it; what its tasks need is attached to it.', DecisionSource.FILE],
  ...METADATA.map(([settings, isInReach]): Row => ['AWS_REGION', settings, [[container('worker')]], 'set in every container', isInReach
    ? 'Containers need not ask the instance metadata service, which is within their reach, for the region; a value of your own wins.'
    : 'Containers cannot ask the instance metadata service for the region; a value of your own wins.', DecisionSource.DERIVED]),
  ...METADATA.map(([settings, isInReach]): Row => ['task role', settings, [[container('worker')]], 'new, empty', isInReach
    ? 'Containers get permissions by granting them to this role; those of the instance are within their reach, too.'
    : 'Containers get permissions by granting them to this role, not from the instance.', DecisionSource.DEFAULT]),
  ['log retention', {}, [[WEB]], '30 days', 'Long enough to look into an incident, short enough to stay cheap.', DecisionSource.DEFAULT],
  [
    'volume awseb-logs-web', {}, [[container('web', { mountPoints: [{ sourceVolume: 'awseb-logs-web', containerPath: '/logs' }] })]], '/var/log/containers/web',
    'Beanstalk keeps the logs of a container there; the directory is made on the instance.', DecisionSource.BEANSTALK,
  ],
  ['scheduling', {}, [[WEB]], 'one task per instance', 'Beanstalk runs the task once on every instance; Amazon ECS calls that a daemon.', DecisionSource.BEANSTALK],
  ['maximum healthy percent', {}, [[WEB]], '100', 'Amazon ECS allows a daemon no more: an instance never runs the task twice.', DecisionSource.DERIVED],
  ['zone rebalancing', {}, [[WEB]], 'disabled', 'A daemon runs where the instances are; Amazon ECS cannot move it.', DecisionSource.DERIVED],
  [
    'circuit breaker', {}, [[WEB]], 'rollback',
    'AWS says nowhere whether it takes a daemon back: its threshold is a share of the desired count, which a daemon has not. '
      + 'A deployment that hangs goes back when the update of the stack is cancelled.',
    DecisionSource.DEFAULT,
  ],
])('decides on %s under %j', (topic, settings, [containers, rest], choice, reason, source) => {
  expect(decisionOf(planOf(settings, containers, rest), topic)).toMatchObject({ topic, choice, reason, source });
});

test.each<[string, Settings, readonly object[]]>([
  ['nat gateways', { vpc: true }, [WEB]],
  ['environment properties', {}, [WEB]],
  ['environment properties', { environmentProperties: {} }, [WEB]],
  ['container logs', {}, [LOGGED]],
  ['log retention', {}, [LOGGED]],
  ['volume awseb-logs-web', {}, [WEB]],
])('has nothing to say about %s under %j', (topic, settings, containers) => {
  expect(planOf(settings, containers).decisions.map((decision) => decision.topic)).not.toContain(topic);
});

test('decides on everything once, from the network to the service', () => {
  expect(planOf().decisions.map(({ topic }) => topic)).toEqual([
    'vpc', 'nat gateways',
    'instance type', 'minimum instances', 'maximum instances', 'instances in service during a change', 'machine image', 'instance policy', 'instance replacement', 'instance fit',
    'network mode', 'container logs', 'AWS_REGION', 'execution role', 'task role', 'log retention',
    'load balancer', 'addresses', 'idle timeout', 'invalid headers', 'deletion protection', 'access logs', 'web ACL', 'listener 80', 'health check',
    'scheduling', 'minimum healthy percent', 'maximum healthy percent', 'zone rebalancing', 'circuit breaker', 'health check grace',
  ]);
});

test('gives every reason as a sentence', () => {
  const { decisions } = planOf({ networkMode: 'awsvpc', environmentProperties: { A: 'b' }, instanceType: { unresolved: 'instanceType' }, minCapacity: 1 });
  expect(decisions.filter(({ reason }) => !/^[A-Z].*[^.]\.$/.test(reason))).toEqual([]);
});
