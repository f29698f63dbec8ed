import { readFileSync } from 'node:fs';
import { createOnly, FILE, show } from './facts/generate';
import { judge, Verdict } from './model/verdict';
import {
  add,
  Edit,
  forward,
  paths,
  registration,
  remove,
  rename,
  rule,
  secondBalancer,
  set,
  shop,
  targetGroup,
  turns,
  wait,
} from './shop';

/*
 * What the model makes of templates written by hand: each fault is found with the words that name it, and its twin
 * without the fault goes through.
 */

type Both = { readonly both?: readonly Edit[]; readonly old?: readonly Edit[]; readonly next: readonly Edit[] };

function verdict({ both = [], old = [], next }: Both): Verdict {
  return judge(shop(...both, ...old), shop(...both, ...next));
}

const image = set('Task', 'ContainerDefinitions', [
  { Name: 'web', Image: 'web:2', PortMappings: [{ HostPort: 80, ContainerPort: 8080 }] },
]);
const bigger = set('LaunchTemplate', 'LaunchTemplateData.InstanceType', 't3.large');
const otherPort = set('WebGroup', 'Port', 8080);
const named = set('WebGroup', 'Name', 'shop');
const asksUsedGroups = set(
  'LaunchTemplate',
  'LaunchTemplateData.UserData',
  'aws elbv2 describe-target-health, unless it is unused',
);
const second = (...edits: readonly Edit[]): Edit[] => [
  add('OtherGroup', targetGroup()),
  add('OtherRule', rule(20, 'OtherGroup', '/other/*')),
  ...edits,
];
const registers = (...groups: readonly string[]) =>
  set(
    'Service',
    'LoadBalancers',
    groups.map((group) => registration(group)),
  );
const many = (count: number): Edit[] =>
  Array.from({ length: count }, (_, at) => at).flatMap((at) => [
    add(`Group${at}`, targetGroup()),
    add(`Rule${at}`, rule(100 + at, `Group${at}`, `/${at}/*`)),
  ]);
const replica = set('Service', 'SchedulingStrategy', 'REPLICA');
const dynamic = set('Task', 'ContainerDefinitions', [
  { Name: 'web', Image: 'web:1', PortMappings: [{ HostPort: 0, ContainerPort: 8080 }] },
]);
const maintenance = set('Rule', 'Actions', [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503' } }]);

test('the facts are those of the CDK that is installed', () => {
  expect(readFileSync(FILE, 'utf8')).toBe(show(createOnly()));
});

test.each<[string, Both, Verdict['kind'], readonly string[]]>([
  ['nothing', { next: [] }, 'nothing', []],
  ['a health check', { next: [set('WebGroup', 'HealthCheckPath', '/up')] }, 'in place', []],
  ['an image', { next: [image] }, 'rolls', ['tasks of Service']],
  ['an instance type', { next: [bigger] }, 'rolls', ['instances of Instances']],
  ['both', { next: [image, bigger] }, 'rolls', ['instances of Instances', 'tasks of Service']],
  ['the conditions of a rule', { next: [set('Rule', 'Conditions', paths('/api/*', '/v2/*'))] }, 'in place', []],
  ['the priority of a rule', { next: [set('Rule', 'Priority', 11)] }, 'in place', []],
  ['a rule to a page and back', { old: [maintenance], next: [] }, 'in place', []],
  [
    'a group of its own for what another has',
    {
      next: second(
        set('OtherRule', 'Priority', 5),
        set('OtherRule', 'Conditions', paths('/api/v2/*')),
        registers('WebGroup', 'ApiGroup', 'OtherGroup'),
        wait('Service', 'Listener', 'Rule', 'OtherRule', 'Instances'),
      ),
    },
    'outage',
    ['nobody is behind new OtherGroup from "created OtherRule" until "new tasks of Service are healthy"'],
  ],
  [
    'an internal load balancer, with groups of its own',
    {
      next: [rename('WebGroup', 'W'), rename('ApiGroup', 'A'), remove('Record'), set('Balancer', 'Scheme', 'internal')],
    },
    'replaced',
    ['Balancer (AWS::ElasticLoadBalancingV2::LoadBalancer): Scheme'],
  ],
  ['a version that takes its turn', { both: [turns], next: [image] }, 'rolls', ['tasks of Service']],
])('%s', (_, both, kind, reasons) => {
  const { kind: found, reasons: why } = verdict(both);
  expect([found, why]).toEqual([kind, reasons]);
});

interface Fault {
  readonly fault: Both;
  readonly says: string;
  readonly kind?: Verdict['kind'];
  /** The same without the fault, and what becomes of it. */
  readonly twin: Both;
  readonly becomes: Verdict['kind'];
}

const FAULTS: Readonly<Record<string, Fault>> = {
  'a create-only property from what the user edits': {
    fault: { next: [otherPort, image] },
    kind: 'outage',
    says: 'nobody is behind new WebGroup from "updated Listener" until "new tasks of Service are healthy"',
    twin: { next: [image] },
    becomes: 'rolls',
  },
  'an id from what the user edits': {
    fault: { next: [rename('Rule', 'Rule2'), set('Rule2', 'Conditions', paths('/v2/*'))] },
    says: 'Rule2 is made while Rule has AWS::ElasticLoadBalancingV2::ListenerRule Listener 10',
    twin: { next: [set('Rule', 'Conditions', paths('/v2/*'))] },
    becomes: 'in place',
  },
  'the listener leaves, and instances wait to be healthy in the group that it left': {
    fault: { next: [otherPort, bigger] },
    says: 'instances of Instances wait to be healthy in WebGroup, which no load balancer uses any more',
    twin: { both: [asksUsedGroups], next: [bigger] },
    becomes: 'rolls',
  },
  'priorities that change places': {
    fault: { both: second(), next: [set('Rule', 'Priority', 20), set('OtherRule', 'Priority', 10)] },
    says: 'Rule is made while OtherRule has AWS::ElasticLoadBalancingV2::ListenerRule Listener 20',
    twin: { both: second(), next: [set('Rule', 'Priority', 21), set('OtherRule', 'Priority', 11)] },
    becomes: 'in place',
  },
  'a priority that is given twice': {
    fault: {
      next: second(
        set('OtherRule', 'Priority', 10),
        registers('WebGroup', 'ApiGroup'),
        remove('OtherGroup'),
        set('OtherRule', 'Actions', forward('ApiGroup')),
      ),
    },
    says: 'Rule and OtherRule are the same: AWS::ElasticLoadBalancingV2::ListenerRule Listener 10',
    twin: { next: [add('OtherRule', rule(20, 'ApiGroup', '/other/*'))] },
    becomes: 'in place',
  },
  'a priority that another gives up too late': {
    fault: { next: [set('Rule', 'Priority', 20), add('OtherRule', rule(10, 'ApiGroup', '/other/*'))] },
    says: 'OtherRule is made while Rule has AWS::ElasticLoadBalancingV2::ListenerRule Listener 10',
    twin: {
      next: [
        set('Rule', 'Priority', 20),
        add('OtherRule', rule(10, 'ApiGroup', '/other/*')),
        wait('OtherRule', 'Rule'),
      ],
    },
    becomes: 'in place',
  },
  'a listener under another id': {
    fault: { next: [rename('Listener', 'Listener80')] },
    says: 'Listener80 is made while Listener has AWS::ElasticLoadBalancingV2::Listener Balancer 80',
    twin: { next: [set('Listener', 'Port', 81)] },
    becomes: 'in place',
  },
  'a name that stays while its owner is made anew': {
    fault: { both: [named], next: [otherPort] },
    says: 'WebGroup is made while WebGroup has AWS::ElasticLoadBalancingV2::TargetGroup named shop',
    twin: { both: [named], next: [set('WebGroup', 'HealthCheckPort', '8080')] },
    becomes: 'in place',
  },
  'a record under another id': {
    fault: { next: [rename('Record', 'DoorRecord')] },
    says: 'DoorRecord is made while Record has AWS::Route53::RecordSet Z1 - shop.example.com. A -',
    twin: { next: [set('Record', 'AliasTarget.EvaluateTargetHealth', true)] },
    becomes: 'in place',
  },
  'a subnet of another size': {
    fault: { next: [set('Subnet', 'CidrBlock', '10.0.32.0/19')] },
    says: 'subnet Subnet is made while Subnet has addresses of it',
    twin: {
      next: [add('More', { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1', CidrBlock: '10.0.64.0/18' } })],
    },
    becomes: 'in place',
  },
  'another load balancer for the same groups': {
    fault: { next: [set('Balancer', 'Name', 'shop')] },
    says: 'WebGroup would be behind two load balancers, Balancer and new Balancer',
    twin: {
      both: [remove('Record')],
      next: [set('Balancer', 'Name', 'shop'), rename('WebGroup', 'W'), rename('ApiGroup', 'A')],
    },
    becomes: 'replaced',
  },
  'a name in the DNS that moves to a load balancer with nobody behind it': {
    fault: { next: [set('Balancer', 'Name', 'shop'), rename('WebGroup', 'W'), rename('ApiGroup', 'A')] },
    kind: 'outage',
    says: 'no listener is there from "updated Record" until "new tasks of Service are healthy"',
    twin: {
      both: [secondBalancer],
      next: [set('Record', 'AliasTarget.DNSName', { 'Fn::GetAtt': ['OtherBalancer', 'DNSName'] })],
    },
    becomes: 'in place',
  },
  'a group that no load balancer uses': {
    fault: { next: [add('OtherGroup', targetGroup()), registers('WebGroup', 'ApiGroup', 'OtherGroup')] },
    says: 'Service registers in new OtherGroup before a load balancer uses it',
    twin: {
      next: second(
        registers('WebGroup', 'ApiGroup', 'OtherGroup'),
        wait('Service', 'Listener', 'Rule', 'OtherRule', 'Instances'),
        set('OtherRule', 'ListenerArn', { Ref: 'Else' }),
        add('Else', {
          Type: 'AWS::ElasticLoadBalancingV2::Listener',
          Properties: { LoadBalancerArn: { Ref: 'Balancer' }, Port: 81, DefaultActions: forward('OtherGroup') },
        }),
      ),
    },
    becomes: 'rolls',
  },
  'a service that does not wait for the rule': {
    fault: { next: second(registers('WebGroup', 'ApiGroup', 'OtherGroup')) },
    says: 'Service registers in new OtherGroup before a load balancer uses it',
    twin: { next: second(set('OtherRule', 'Actions', forward('WebGroup')), remove('OtherGroup')) },
    becomes: 'in place',
  },
  'six groups': {
    fault: {
      both: many(4),
      next: [
        registers('WebGroup', 'ApiGroup', 'Group0', 'Group1', 'Group2', 'Group3'),
        wait('Service', 'Listener', 'Rule', 'Rule0', 'Rule1', 'Rule2', 'Rule3'),
      ],
    },
    says: 'Service has 6 target groups, 5 at most',
    twin: {
      both: [...many(4), registers('WebGroup', 'ApiGroup', 'Group0', 'Group1')],
      next: [registers('WebGroup', 'ApiGroup', 'Group0', 'Group1', 'Group2')],
    },
    becomes: 'rolls',
  },
  'a group that the service leaves before the listener': {
    fault: { old: [], next: [remove('Rule'), registers('WebGroup'), wait('Service', 'Listener', 'Instances')] },
    kind: 'outage',
    says: 'nobody is behind ApiGroup from "old tasks of Service have left" until "deleted Rule"',
    twin: { next: [remove('Rule')], both: [wait('Service', 'Listener', 'Instances')] },
    becomes: 'in place',
  },
  'a port of the host that the tasks before still hold': {
    fault: { next: [replica] },
    says: 'tasks of Service want port 80 of instances where tasks of Service have it',
    twin: { both: [dynamic], next: [replica] },
    becomes: 'rolls',
  },
  'one instance': {
    fault: {
      both: [
        (all) => {
          all.Instances.UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService = 0;
        },
      ],
      next: [bigger],
    },
    kind: 'outage',
    says: 'nobody is behind WebGroup from "all instances of Instances stop" until "updated Instances"',
    twin: { next: [bigger] },
    becomes: 'rolls',
  },
  'a minimum of nothing': {
    fault: { both: [set('Service', 'DeploymentConfiguration.MinimumHealthyPercent', 0)], next: [image] },
    kind: 'outage',
    says: 'nobody is behind WebGroup from "all tasks of Service stop" until "new tasks of Service are healthy"',
    twin: {
      both: [set('Service', 'DeploymentConfiguration.MinimumHealthyPercent', 0)],
      next: [set('Service', 'DesiredCount', 3)],
    },
    becomes: 'in place',
  },
  'a permanent redirect to a port where nobody is yet': {
    fault: {
      next: [
        set('Listener', 'DefaultActions', [{ Type: 'redirect', RedirectConfig: { Port: '443', Protocol: 'HTTPS' } }]),
        remove('Rule', 'ApiGroup'),
        add('SecureGroup', targetGroup()),
        add('Secure', {
          Type: 'AWS::ElasticLoadBalancingV2::Listener',
          Properties: { LoadBalancerArn: { Ref: 'Balancer' }, Port: 443, DefaultActions: forward('SecureGroup') },
        }),
        remove('WebGroup'),
        registers('SecureGroup'),
        wait('Service', 'Listener', 'Secure', 'Instances'),
      ],
    },
    kind: 'outage',
    says: 'no listener is there from "updated Listener" until "new tasks of Service are healthy"',
    twin: {
      both: [remove('Rule', 'ApiGroup'), registers('WebGroup'), wait('Service', 'Listener', 'Instances')],
      next: [
        add('Secure', {
          Type: 'AWS::ElasticLoadBalancingV2::Listener',
          Properties: { LoadBalancerArn: { Ref: 'Balancer' }, Port: 443, DefaultActions: forward('WebGroup') },
        }),
        set('Listener', 'DefaultActions', [{ Type: 'redirect', RedirectConfig: { Port: '443', Protocol: 'HTTPS' } }]),
        wait('Listener', 'Secure'),
        wait('Service', 'Listener', 'Secure', 'Instances'),
      ],
    },
    becomes: 'in place',
  },
  'weights that a change of the rule sets back': {
    fault: { both: [turns], next: [set('Shift', 'Priority', 49000)] },
    kind: 'outage',
    says: 'nobody is behind WebGroup from "updated Shift" on, for good',
    twin: { both: [turns], next: [set('Listener', 'Port', 81)] },
    becomes: 'in place',
  },
  'other processors, with an image for the old ones': {
    fault: {
      next: [
        set(
          'LaunchTemplate',
          'LaunchTemplateData.ImageId',
          '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id}}',
        ),
      ],
    },
    says: 'Instances gets another kind of processor, which images for one kind do not run on',
    twin: { next: [bigger] },
    becomes: 'rolls',
  },
  'another type under an id': {
    fault: { next: [add('Record', targetGroup())] },
    says: 'Record changes from AWS::Route53::RecordSet to AWS::ElasticLoadBalancingV2::TargetGroup',
    twin: { next: [remove('Record')] },
    becomes: 'in place',
  },
};

describe.each(Object.entries(FAULTS))('%s', (_, { fault, kind = 'cannot be deployed', says, twin, becomes }) => {
  test('is found', () => {
    const { kind: found, reasons } = verdict(fault);
    expect(reasons).toContain(says);
    expect(found).toBe(kind);
  });

  test('and its twin is not', () => {
    const { kind: found, reasons } = verdict(twin);
    expect([found, reasons.filter((reason) => reason === says)]).toEqual([becomes, []]);
  });
});
