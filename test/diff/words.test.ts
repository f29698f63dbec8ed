import { join } from 'node:path';
import { compareTemplates } from '../../lib/core/diff/compare';
import { EFFECTS } from '../../lib/core/diff/model';
import { Template } from '../../lib/core/diff/template/cfn-template';
import { drawDiff } from '../../lib/core/report/draw-diff';
import { agrees } from '../motion/agrees';
import { judge } from '../motion/model/verdict';
import {
  add, Edit, forward, paths, registration, remove, rename, rule, secondBalancer, set, shop, shopTemplate, targetGroup,
  turns, wait,
} from '../motion/shop';

/* What people read about edits of a shop: everything, in test/diff/words.txt. */

const SCRIPT = 'LaunchTemplateData.UserData';
const image = set('Task', 'ContainerDefinitions', [
  { Name: 'web', Image: 'web:2', PortMappings: [{ HostPort: 80, ContainerPort: 8080 }] },
]);
const registers = (...groups: readonly string[]) =>
  set('Service', 'LoadBalancers', groups.map((group) => registration(group)));
const minimumOf = (percent: number) => set('Service', 'DeploymentConfiguration.MinimumHealthyPercent', percent);

interface Both {
  readonly both?: readonly Edit[];
  readonly old?: readonly Edit[];
  readonly next: readonly Edit[];
}

/** The edit of one template into the other. */
const EDITS: Readonly<Record<string, Both>> = {
  'nothing': { next: [] },
  'an image': { next: [image] },
  'a secret': {
    next: [set('Task', 'ContainerDefinitions', [
      { Name: 'web', Image: 'web:1', Environment: [{ Name: 'PASSWORD', Value: 'k8Jq2mZx' }] },
    ])],
  },
  'a container': {
    next: [set('Task', 'ContainerDefinitions', [
      { Name: 'web', Image: 'web:1', PortMappings: [{ HostPort: 80, ContainerPort: 8080 }] },
      { Name: 'logs', Image: 'logs' },
    ])],
  },
  'an instance type': { next: [set('LaunchTemplate', 'LaunchTemplateData.InstanceType', 't3.large')] },
  'an image and an instance type': {
    next: [image, set('LaunchTemplate', 'LaunchTemplateData.InstanceType', 't3.large')],
  },
  'a processor': { next: [set('LaunchTemplate', 'LaunchTemplateData.ImageId', 'ami for arm64')] },
  'the conditions of a rule': { next: [set('Rule', 'Conditions', paths('/api/*', '/v2/*'))] },
  'a rule to a page': {
    next: [set('Rule', 'Actions', [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503' } }])],
  },
  'a health check': { next: [set('WebGroup', 'HealthCheckPath', '/up')] },
  'the port of a target group': { next: [set('WebGroup', 'Port', 8080), image] },
  'a rule for a new group': {
    next: [
      add('OtherGroup', targetGroup({ HealthCheckIntervalSeconds: 10, HealthyThresholdCount: 2 })),
      add('OtherRule', rule(5, 'OtherGroup', '/api/v2/*')), registers('WebGroup', 'ApiGroup', 'OtherGroup'),
      wait('Service', 'Listener', 'Rule', 'OtherRule', 'Instances'),
    ],
  },
  'a rule removed': { next: [remove('Rule'), registers('WebGroup'), wait('Service', 'Listener', 'Instances')] },
  'a minimum of nothing': { both: [minimumOf(0)], next: [image] },
  'no instance in service': {
    both: [(all) => void (all.Instances.UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService = 0)],
    next: [set('LaunchTemplate', SCRIPT, 'other')],
  },
  'a version that takes its turn': { both: [turns], next: [image] },
  'weights that are set back': { both: [turns], next: [set('Shift', 'Priority', 49000)] },
  'a redirect to where nobody is': {
    next: [
      set('Listener', 'DefaultActions', [{ Type: 'redirect', RedirectConfig: { Port: '443', Protocol: 'HTTPS' } }]),
      add('SecureGroup', targetGroup()),
      add('Secure', {
        Type: 'AWS::ElasticLoadBalancingV2::Listener',
        Properties: { LoadBalancerArn: { Ref: 'Balancer' }, Port: 443, DefaultActions: forward('SecureGroup') },
      }),
      remove('Rule', 'ApiGroup'), registers('SecureGroup'), wait('Service', 'Listener', 'Secure', 'Instances'),
    ],
  },
  'a rule under another id': { next: [rename('Rule', 'Rule2')] },
  'a priority for two': { next: [add('OtherRule', rule(10, 'ApiGroup', '/other/*'))] },
  'a record under another id': { next: [rename('Record', 'DoorRecord')] },
  'another type': { next: [add('Record', targetGroup())] },
  'a subnet in addresses of another': {
    next: [add('Other', { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/19' } })],
  },
  'a port of the host': { next: [set('Service', 'SchedulingStrategy', 'REPLICA')] },
  'the name of the load balancer': { next: [set('Balancer', 'Name', 'shop')] },
  'a queue that is gone': {
    old: [add('Queue', { Type: 'AWS::SQS::Queue' })], next: [],
  },
  'an internal load balancer': {
    next: [rename('WebGroup', 'W'), rename('ApiGroup', 'A'), remove('Record'), set('Balancer', 'Scheme', 'internal')],
  },
  'a group without a load balancer': {
    next: [add('OtherGroup', targetGroup()), registers('WebGroup', 'ApiGroup', 'OtherGroup')],
  },
  'six groups': { both: [secondBalancer], next: [registers(...Array<string>(6).fill('WebGroup'))] },
  'a group that instances wait for': {
    next: [set('WebGroup', 'Port', 8080), set('LaunchTemplate', 'LaunchTemplateData.InstanceType', 't3.large')],
  },
};

const cases = Object.entries(EDITS).map(([name, { both = [], old = [], next }]) => {
  const [before, after] = [[...both, ...old], [...both, ...next]];
  const comparison = compareTemplates(Template.of(shopTemplate(...before))!, Template.of(shopTemplate(...after))!);
  return { name, comparison, verdict: judge(shop(...before), shop(...after)) };
});

test('words of all edits', () => {
  const text = cases.map(({ name, comparison }) => `=== ${name}\n\n${drawDiff(comparison)}`).join('\n');
  expect(text).toMatchGolden(join(__dirname, 'words.txt'));
});

test.each(cases)('$name: the same effect as the model says', ({ comparison: { effect }, verdict }) => {
  expect(agrees(effect, verdict)).toBe(true);
});

test('every effect is among them', () => {
  expect(new Set(cases.map(({ comparison: { effect } }) => effect))).toEqual(new Set(EFFECTS));
});

test('values of variables are not told', () => {
  expect(JSON.stringify(cases.map(({ comparison }) => comparison))).not.toContain('k8Jq2mZx');
});

test('every trouble names the edits that lead to it', () => {
  const all = cases.flatMap(({ name, comparison: { troubles } }) => troubles.map((trouble) => ({ name, ...trouble })));
  expect(all.filter(({ because }) => because.length === 0).map(({ name, kind }) => [name, kind])).toEqual([]);
});
