import { Kind } from '../../lib/core/diff/words/ways';
import {
  add, Edit, forward, registration, remove, rule, secondBalancer, set, shop, targetGroup, wait,
} from './shop';
import { stepsOf, Way } from './ways-ecs';

/* Ways in templates that this library does not write, or does not write any more. */

const registers = (...groups: readonly string[]): Edit =>
  set('Service', 'LoadBalancers', groups.map((group) => registration(group)));
const other = (path: string): readonly Edit[] => [
  add('OtherGroup', targetGroup()), add('OtherRule', rule(20, 'OtherGroup', path)),
];
const many = (groups: number, leadsTo = (index: number) => `Group${index}`): Edit[] =>
  Array.from({ length: 4 }, (_, index) => index).flatMap((index) => [
    ...index < groups ? [add(`Group${index}`, targetGroup())] : [],
    add(`Rule${index}`, rule(100 + index, leadsTo(index), `/${index}/*`)),
  ]);
const manyRegistered = (groups: number): Edit[] => {
  const all = Array.from({ length: groups }, (_, index) => index);
  return [
    registers('WebGroup', 'ApiGroup', ...all.map((index) => `Group${index}`)),
    wait('Service', 'Listener', 'Rule', 'Instances', ...[0, 1, 2, 3].map((index) => `Rule${index}`)),
  ];
};
const bigger = set('LaunchTemplate', 'LaunchTemplateData.InstanceType', 't3.large');
const elb = (type: string, Properties: object) => ({ Type: `AWS::ElasticLoadBalancingV2::${type}`, Properties });
const redirect = [{ Type: 'redirect', RedirectConfig: { Port: '443', Protocol: 'HTTPS', StatusCode: 'HTTP_301' } }];
const secure = add('Secure', elb('Listener', {
  LoadBalancerArn: { Ref: 'Balancer' }, Port: 443, Protocol: 'HTTPS', DefaultActions: forward('WebGroup'),
}));
const moves = set('Subnet', 'CidrBlock', '10.0.0.0/17');
const apart = (CidrBlock: string) => add('OtherSubnet', {
  Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-2', CidrBlock, AvailabilityZone: 'a' },
});
const leadsTo = (balancer: string) =>
  set('Record', 'AliasTarget.DNSName', { 'Fn::GetAtt': [balancer, 'DNSName'] });
const onlySecond: readonly Edit[] = [
  remove('Balancer', 'Listener', 'Rule', 'WebGroup', 'ApiGroup'), registers('OtherWebGroup'),
  wait('Service', 'OtherListener', 'Instances'), leadsTo('OtherBalancer'),
];
const dashboard = (type: string) => add('Extra', { Type: `AWS::CloudWatch::${type}`, Properties: {} });

export const PLAIN_WAYS = {
  'taken': {
    edit: [shop(...other('/other/*')), shop(
      ...other('/other/*'), set('Rule', 'Priority', 20), set('OtherRule', 'Priority', 10),
    )],
    steps: stepsOf(
      'taken',
      shop(...other('/other/*'), set('Rule', 'Priority', 30), set('OtherRule', 'Priority', 40)),
      shop(...other('/other/*'), set('Rule', 'Priority', 20), set('OtherRule', 'Priority', 10)),
    ),
  },
  'twice': {
    edit: [shop(), shop(add('OtherRule', rule(10, 'ApiGroup', '/other/*')))],
    steps: stepsOf('twice', shop(add('OtherRule', rule(20, 'ApiGroup', '/other/*')))),
  },
  'type': {
    edit: [shop(dashboard('Dashboard')), shop(dashboard('Alarm'))],
    steps: stepsOf('type', shop(), shop(dashboard('Alarm'))),
  },
  'addresses': {
    edit: [shop(), shop(moves)],
    steps: stepsOf(
      'addresses',
      shop(apart('10.0.0.0/17'), secondBalancer), shop(apart('10.0.0.0/17'), secondBalancer, leadsTo('OtherBalancer')),
      shop(apart('10.0.0.0/17'), secondBalancer, ...onlySecond),
    ),
  },
  'two load balancers': {
    edit: [shop(), shop(set('Balancer', 'Scheme', 'internal'))],
    steps: stepsOf(
      'two load balancers',
      shop(secondBalancer, set('OtherBalancer', 'Scheme', 'internal')),
      shop(secondBalancer, set('OtherBalancer', 'Scheme', 'internal'), leadsTo('OtherBalancer')),
      shop(secondBalancer, set('OtherBalancer', 'Scheme', 'internal'), ...onlySecond),
    ),
  },
  'no load balancer': {
    edit: [shop(), shop(...other('/other/*'), registers('WebGroup', 'ApiGroup', 'OtherGroup'))],
    steps: stepsOf(
      'no load balancer',
      shop(...other('/not-yet')), shop(...other('/not-yet'), registers('WebGroup', 'ApiGroup', 'OtherGroup')),
      shop(...other('/other/*'), registers('WebGroup', 'ApiGroup', 'OtherGroup')),
    ),
  },
  'too many groups': {
    edit: [shop(), shop(...many(4), ...manyRegistered(4))],
    steps: stepsOf('too many groups', shop(...many(0, () => 'WebGroup'), ...manyRegistered(0))),
  },
  'unused group': {
    edit: [shop(), shop(set('Listener', 'DefaultActions', forward('ApiGroup')), registers('ApiGroup'), bigger)],
    steps: stepsOf(
      'unused group',
      shop(set('Listener', 'DefaultActions', forward('ApiGroup')), registers('ApiGroup')),
      shop(set('Listener', 'DefaultActions', forward('ApiGroup')), registers('ApiGroup'), bigger),
    ),
  },
  'no listener': {
    edit: [shop(), shop(secure, set('Listener', 'DefaultActions', redirect))],
    steps: stepsOf('no listener', shop(secure), shop(secure, set('Listener', 'DefaultActions', redirect))),
  },
} as const satisfies Partial<Readonly<Record<Kind, Way>>>;

