import { DecisionSource } from '../../lib/core/plan/decision';
import { container, decisionOf, planning, planOf, Settings } from './helpers';

const WEB = container('web', { image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.0', portMappings: [{ hostPort: 80, containerPort: 8080 }] });
const ENDPOINTS = ['s3', 'ecr.api', 'ecr.dkr', 'ecs', 'ecs-agent', 'ecs-telemetry', 'logs', 'ssm', 'ssmmessages', 'ec2messages', 'cloudformation', 'elasticloadbalancing'];
const { PROP, DERIVED } = DecisionSource;

test.each<[string, Settings, string, string, DecisionSource]>([
  [
    'nat gateways', { nat: { kind: 'none' } }, '0',
    'You chose it; instances reach AWS through VPC endpoints and nothing else, so every image comes from private ECR of their region.', PROP,
  ],
  [
    'nat gateways', { nat: { kind: 'single' } }, '1',
    'Instances pull images and reach AWS through it; one is the cheapest that works, at the price of one zone carrying all.', PROP,
  ],
  [
    'nat gateways', { nat: { kind: 'per-az' }, maxAzs: 3 }, '3',
    'You chose one for each zone; no zone needs another for its way out, at the price of a gateway each.', PROP,
  ],
  [
    'nat instances', { nat: { kind: 'instances', instanceType: 't3.micro' } }, '2 × t3.micro',
    'You chose them, one for each zone; they cost less than gateways, but nobody restarts one that fails, '
    + 'and a new image of Amazon Linux replaces them during a deployment, without a way out for a minute or two.', PROP,
  ],
  [
    'vpc endpoints', { nat: { kind: 'none' } }, ENDPOINTS.join(', '),
    'Without NAT, instances register, pull, log and open shells through them; all but s3 cost by the hour and zone.', DERIVED,
  ],
  ['availability zones', { maxAzs: 3 }, '3', 'You chose it.', PROP],
  ['address range', { cidr: '10.1.0.0/16' }, '10.1.0.0/16', 'You chose it.', PROP],
])('decides on %s under %j', (topic, settings, choice, reason, source) => {
  expect(decisionOf(planOf(settings, [WEB]), topic)).toMatchObject({ topic, choice, reason, source });
});

test('holds the whole network', () => {
  const shared = { vpc: 'new', maxAzs: 2, sparedAzs: 4, cidr: '10.0.0.0/16', natInstanceType: '', endpoints: [], flowLogs: false, restrictDefaultSecurityGroup: false };
  const networkOf = (settings: Settings) => planOf(settings, [WEB]).network;
  expect(networkOf({})).toEqual({ ...shared, nat: 'single', natGateways: 1 });
  expect(networkOf({ nat: { kind: 'none' } })).toEqual({ ...shared, nat: 'none', natGateways: 0, endpoints: ENDPOINTS });
  expect(networkOf({ nat: { kind: 'instances' }, flowLogs: true })).toEqual({ ...shared, nat: 'instances', natGateways: 2, natInstanceType: 't4g.micro', flowLogs: true });
});

test('adds the endpoint of Secrets Manager for the credentials of a registry and for secrets, not for parameters', () => {
  const endpointsOf = (rest: object) => planOf({ nat: { kind: 'none' } }, [{ ...WEB, ...rest }]).network.endpoints.slice(ENDPOINTS.length);
  const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf';
  expect(endpointsOf({ secrets: [{ name: 'A', valueFrom: secret }] })).toEqual(['secretsmanager']);
  expect(endpointsOf({ repositoryCredentials: { credentialsParameter: secret } })).toEqual(['secretsmanager']);
  expect(endpointsOf({ secrets: [{ name: 'A', valueFrom: '/shop/a' }] })).toEqual([]);
});

test('adds the endpoint of Secrets Manager for what the props read from there, and that of Amazon SQS for a worker', () => {
  const endpointsOf = (settings: Settings) => planOf({ nat: { kind: 'none' }, ...settings }, [WEB]).network.endpoints.slice(ENDPOINTS.length);
  expect(endpointsOf({ secrets: { web: ['A'] } })).toEqual(['secretsmanager']);
  expect(endpointsOf({ secrets: { web: [] } })).toEqual([]);
  expect(endpointsOf({ registryCredentials: ['web'] })).toEqual(['secretsmanager']);
  expect(endpointsOf({ worker: { consumer: { kind: 'polls' }, queue: true } })).toEqual(['sqs']);
});

test('says what the endpoints are for', () => {
  const settings: Settings = { nat: { kind: 'none' }, secrets: { web: ['A'] }, worker: { consumer: { kind: 'polls' }, queue: true } };
  expect(decisionOf(planOf(settings, [WEB]), 'vpc endpoints')).toMatchObject({
    topic: 'vpc endpoints', choice: [...ENDPOINTS, 'secretsmanager', 'sqs'].join(', '), source: DERIVED,
    reason: 'Without NAT, instances register, pull, log, read secrets, take messages and open shells through them; all but s3 cost by the hour and zone.',
  });
});

/** What the rules about the network say, with their hints. */
function said(settings: Settings, containers: readonly object[] = [WEB]): string[] {
  return planning(settings, containers).problems.filter(({ rule }) => /^DR40(3\d|04)$/.test(rule.code)).map(({ message, hint }) => `${message} ${hint}`);
}

test.each<[string, readonly string[]]>([
  ['10.0.0.0/16', []],
  ['10.0.0.128/25', []],
  ['10.0.0.0/15', ['cidr must be from /16 to /25 to hold 4 subnets, got "10.0.0.0/15". Write "10.0.0.0/16".']],
  ['10.0.0.200/26', ['cidr must be from /16 to /25 to hold 4 subnets, got "10.0.0.200/26". Write "10.0.0.128/25".']],
  ['10.0.0.200/25', ['cidr must start at the first address of its range, got "10.0.0.200/25". Write "10.0.0.128/25".']],
  ['10.0.0.0', ['cidr must be an IPv4 range, got "10.0.0.0". Write it as "10.1.0.0/16".']],
  ['256.0.0.0/16', ['cidr must be an IPv4 range, got "256.0.0.0/16". Write it as "10.1.0.0/16".']],
  ['2001:db8::/56', ['cidr must be an IPv4 range, got "2001:db8::/56". Write it as "10.1.0.0/16".']],
])('takes a range as Amazon VPC does: %s', (cidr, expected) => {
  expect(said({ cidr })).toEqual(expected);
});

test.each<[number, readonly object[], readonly string[]]>([
  [2, [WEB], []],
  [6, [WEB], []],
  [7, [WEB], ['maxAzs must be a whole number between 1 and 6, got 7. Set maxAzs: 2.']],
  [2.5, [WEB], ['maxAzs must be a whole number between 1 and 6, got 2.5. Set maxAzs: 2.']],
  [1, [WEB], ['maxAzs must be at least 2 for a load balancer, got 1. Set maxAzs: 2.']],
  [1, [container('worker')], []],
])('takes %d zones as a load balancer does', (maxAzs, containers, expected) => {
  expect(said({ maxAzs }, containers)).toEqual(expected);
});

test('minds images from elsewhere in a new VPC without NAT only', () => {
  const elsewhere = [container('worker')];
  expect(said({ nat: { kind: 'none' } }, elsewhere)).toHaveLength(1);
  expect(said({ nat: { kind: 'instances' } }, elsewhere)).toEqual([]);
  expect(said({ vpc: true, vpcSubnets: 'private' }, elsewhere)).toEqual([]);
});
